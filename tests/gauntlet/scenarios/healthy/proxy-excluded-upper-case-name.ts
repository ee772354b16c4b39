import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name in NO_PROXY has capital letters',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: 'Registry.Test' }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  throughProxy: 0
});
