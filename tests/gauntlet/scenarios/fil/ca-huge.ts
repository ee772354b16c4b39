import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA file is a whole disk image',
  ca: Buffer.alloc(1_100_000, 'x'),
  peers: false,
  named: /far too large/,
  first: 'KR-FIL-006',
  variant: 'ca'
});
