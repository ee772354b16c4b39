import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A helper program is named although the login stands in the file',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic() } }, credsStore: 'osxkeychain' }),
  named: /helper|docker-credential-osxkeychain/,
  first: 'KR-CFG-016',
  variant: 'beside',
  consumers: { builder: 'fails' }
});
