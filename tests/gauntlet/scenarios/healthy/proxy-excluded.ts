import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A proxy is set, and the registry is excluded',
  environment: { HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: 'registry.test,.cluster.local' },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
