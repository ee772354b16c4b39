import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two faults at once: the login is in the password store of a Mac, and there is no CA file',
  config: ({ host }) => ({ auths: { [host]: {} }, credsStore: 'osxkeychain' }),
  ca: null,
  named: /no CA file/,
  first: 'KR-FIL-008',
  also: ['KR-CFG-016'],
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
