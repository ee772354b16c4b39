import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The gateway of a service mesh stands in front of a token registry',
  server: { headers: { server: 'istio-envoy', 'x-envoy-upstream-service-time': '3' }, auth: 'bearer' },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
