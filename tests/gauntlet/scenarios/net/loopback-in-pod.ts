import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name leads to the pod itself, where a tunnel of somebody answers',
  options: { resolve: [] },
  network: { lookup: () => Promise.resolve(['127.0.0.1']) },
  environment: { KUBERNETES_SERVICE_HOST: '10.96.0.1' },
  peers: false,
  named: /this pod itself/,
  first: 'KR-NET-005',
  variant: 'loopback',
  consumers: { builder: 'fails' }
});
