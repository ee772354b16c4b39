import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The section is called "auth" instead of "auths"',
  config: ({ host, basic }) => ({ auth: { [host]: { auth: basic() } } }),
  named: /no login at all/,
  first: 'KR-CFG-005',
  consumers: { sdk: 'fails', builder: 'fails' }
});
