import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry asks nobody, and the file knows other registries only',
  config: ({ basic }) => ({ auths: { 'harbor.corp.test': { auth: basic() } } }),
  server: { auth: 'none' },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
