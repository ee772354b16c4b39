import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Called by its IPv6 address',
  server: { address: '::1' },
  ask: ({ port }) => [`[::1]:${port}`],
  config: ({ port, basic }) => ({ auths: { [`[::1]:${port}`]: { auth: basic() } } }),
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
