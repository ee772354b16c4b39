import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A proxy is needed, named in small letters without a scheme',
  proxy: {},
  environment: ({ proxy }) => ({ https_proxy: proxy.slice('http://'.length) }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
