import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy is for http alone',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTP_PROXY: proxy }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  throughProxy: 0
});
