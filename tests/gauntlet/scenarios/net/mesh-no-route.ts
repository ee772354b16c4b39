import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The gateway of the mesh knows no such host',
  environment: { KUBERNETES_SERVICE_HOST: '10.96.0.1' },
  server: always(404, { server: 'istio-envoy' }),
  named: /gateway|Envoy/i,
  first: 'KR-NET-013',
  variant: 'no-route',
  logins: 0
});
