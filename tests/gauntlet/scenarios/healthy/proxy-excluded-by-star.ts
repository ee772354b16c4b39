import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry is excluded from the proxy by a star for everything',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: '*' }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  throughProxy: 0
});
