import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The mesh accepts the connection and closes it: the registry is down',
  environment: { KUBERNETES_SERVICE_HOST: '10.96.0.1' },
  server: { kind: 'closes' },
  named: /mesh/,
  first: 'KR-NET-009',
  outcomes: { 'net.port': 'unknown' },
  consumers: { sdk: 'fails', builder: 'unknown' }
});
