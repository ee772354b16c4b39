import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A policy shuts the way in, not the way out',
  cluster: 'ingress-only',
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  outcomes: { 'net.policies': 'pass' },
  questions: 1
});
