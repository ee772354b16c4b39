import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Everything is shut; notebooks and Jobs may go out to registries',
  cluster: 'notebooks-and-jobs',
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  outcomes: { 'net.policies': 'pass' },
  questions: 2
});
