import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'NO_PROXY and no_proxy differ, and the registry stands in both',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({
    HTTPS_PROXY: proxy,
    https_proxy: proxy,
    NO_PROXY: '10.0.0.0/8,registry.test',
    no_proxy: 'localhost, .test ,.svc'
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  throughProxy: 0
});
