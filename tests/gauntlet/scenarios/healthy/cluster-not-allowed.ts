import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The account of the notebook may not see network policies',
  cluster: 'not-allowed',
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  outcomes: { 'net.policies': 'unknown' },
  questions: 1
});
