import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The mesh accepts the connection and holds it: the egress gateway hangs',
  environment: { KUBERNETES_SERVICE_HOST: '10.96.0.1' },
  server: { kind: 'silent' },
  limitMs: 1700,
  named: /mesh/,
  first: 'KR-NET-007',
  outcomes: { 'net.port': 'unknown' },
  consumers: { sdk: 'fails', builder: 'unknown' }
});
