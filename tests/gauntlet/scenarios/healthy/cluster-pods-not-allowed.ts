import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The account of the notebook may see network policies, but not its own pod',
  cluster: 'pods-not-allowed',
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  outcomes: { 'net.policies': 'unknown' },
  questions: 2
});
