import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The path after --ca-file is mistyped',
  options: ({ home }) => ({ caFile: { path: join(home, '.tls', 'ca.crt'), origin: 'option' } }),
  peers: false,
  named: /no file at/,
  first: 'KR-FIL-008',
  variant: 'no-file'
});
