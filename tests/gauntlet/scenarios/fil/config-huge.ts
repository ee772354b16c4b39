import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A whole archive was put into the Secret',
  config: Buffer.alloc(70_000, 'x'),
  named: /far too large/,
  first: 'KR-FIL-006'
});
