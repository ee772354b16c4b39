import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The namespace has no network policy',
  cluster: 'none',
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  outcomes: { 'net.policies': 'pass' },
  questions: 1
});
