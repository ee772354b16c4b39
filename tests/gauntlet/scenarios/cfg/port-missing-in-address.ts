import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key with https:// has no port',
  config: ({ basic }) => ({ auths: { 'https://registry.test/v2/': { auth: basic() } } }),
  named: /The login is for registry\.test, not for/,
  first: 'KR-CFG-007',
  consumers: { sdk: 'fails', builder: 'fails' }
});
