import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The gateway of a service mesh stands in front of an open registry',
  server: { headers: { server: 'istio-envoy', 'x-envoy-upstream-service-time': '3' }, auth: 'none' },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
