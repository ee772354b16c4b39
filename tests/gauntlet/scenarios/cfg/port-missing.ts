import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key has no port',
  config: ({ basic }) => ({ auths: { 'registry.test': { auth: basic() } } }),
  named: /The login is for registry\.test, not for/,
  first: 'KR-CFG-007',
  consumers: { sdk: 'fails', builder: 'fails' }
});
