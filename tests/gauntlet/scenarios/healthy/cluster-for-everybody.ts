import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Everything is shut, and every pod may go out to registries',
  cluster: 'everybody',
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  outcomes: { 'net.policies': 'pass' },
  questions: 2
});
