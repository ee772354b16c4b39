import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Nothing is set up yet, no registry is known',
  config: null,
  ca: null,
  ask: [],
  peers: false,
  named: /no Docker config/,
  first: 'KR-FIL-001',
  also: ['KR-NET-001']
});
