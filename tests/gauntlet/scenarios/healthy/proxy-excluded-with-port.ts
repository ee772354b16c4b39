import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry is excluded from the proxy by name and port',
  proxy: { status: 403 },
  environment: ({ proxy, host }) => ({ HTTPS_PROXY: proxy, NO_PROXY: host }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  throughProxy: 0
});
