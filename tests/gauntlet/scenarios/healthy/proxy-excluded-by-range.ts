import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An address is excluded from the proxy by its range',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: '127.0.0.0/8' }),
  ask: ({ port }) => [`127.0.0.1:${port}`],
  config: ({ port, basic }) => ({ auths: { [`127.0.0.1:${port}`]: { auth: basic() } } }),
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  throughProxy: 0
});
