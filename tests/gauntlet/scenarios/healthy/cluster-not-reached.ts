import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Kubernetes API cannot be reached from the notebook',
  cluster: 'notebooks-only',
  environment: { KUBERNETES_SERVICE_PORT: '9' },
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  outcomes: { 'net.policies': 'unknown' },
  questions: 0
});
