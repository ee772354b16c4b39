import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The policy selects by a label that the builder may have or not',
  cluster: 'by-app',
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  also: ['KR-NET-015'],
  outcomes: { 'net.policies': 'unknown' },
  questions: 2
});
