import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A wrong subPath made a folder named certificate.crt',
  ca: null,
  mount: ({ home }) => void mkdirSync(join(home, '.tls', 'certificate.crt'), { recursive: true }),
  named: /is a folder|is a directory/i,
  first: 'KR-FIL-003'
});
