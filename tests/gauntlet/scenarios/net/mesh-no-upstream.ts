import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The gateway of the mesh has no healthy registry behind it',
  environment: { KUBERNETES_SERVICE_HOST: '10.96.0.1' },
  server: always(503, { server: 'istio-envoy' }),
  named: /mesh|Envoy/i,
  first: 'KR-NET-013',
  logins: 0
});
