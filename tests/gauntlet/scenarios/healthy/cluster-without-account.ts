import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'No account is mounted into the pod',
  cluster: null,
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  outcomes: { 'net.policies': 'unknown' },
  questions: 0
});
