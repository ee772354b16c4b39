import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry has a fault',
  server: always(500),
  named: /has a fault|500/,
  first: 'KR-REG-003'
});
