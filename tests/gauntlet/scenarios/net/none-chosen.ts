import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Nothing is set up yet, no registry is known',
  config: null,
  ca: null,
  ask: [],
  first: 'KR-FIL-001',
  also: ['KR-NET-001']
});
