import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy is written without http://',
  proxy: {},
  environment: ({ proxy }) => ({
    HTTPS_PROXY: proxy.replace('http://', ''),
    https_proxy: proxy.replace('http://', '')
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
