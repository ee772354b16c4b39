import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login is for another registry',
  config: ({ basic }) => ({ auths: { 'harbor.corp.test': { auth: basic() } } }),
  named: /no login for registry/,
  first: 'KR-CFG-006',
  consumers: { sdk: 'fails', builder: 'fails' }
});
