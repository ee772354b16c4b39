import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login lacks the port',
  config: ({ basic }) => ({ auths: { 'registry.test': { auth: basic() } } }),
  named: /The login is for/,
  first: 'KR-CFG-007',
  consumers: { sdk: 'fails', builder: 'fails' }
});
