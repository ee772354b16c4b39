import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'localhost outside of a cluster has two addresses, and one is served',
  ask: ({ port }) => [`localhost:${port}`],
  chain: ['leaf-localhost'],
  config: ({ port, basic }) => ({ auths: { [`localhost:${port}`]: { auth: basic() } } }),
  options: { resolve: [] },
  network: { lookup: () => Promise.resolve(['::1', '127.0.0.1']) },
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
