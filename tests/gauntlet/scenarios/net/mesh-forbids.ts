import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A rule of the mesh keeps this namespace out',
  environment: { KUBERNETES_SERVICE_HOST: '10.96.0.1' },
  server: always(403, { server: 'istio-envoy' }),
  named: /mesh forbids|RBAC/i,
  first: 'KR-NET-013',
  variant: 'denied',
  logins: 0
});
