import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry is excluded from the proxy by the domain',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: 'cluster.local,test' }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  throughProxy: 0
});
