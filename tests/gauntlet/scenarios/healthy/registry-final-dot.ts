import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Called by its name with the final dot',
  ask: ({ port }) => [`registry.test.:${port}`],
  config: ({ port, basic }) => ({ auths: { [`registry.test.:${port}`]: { auth: basic() } } }),
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
