import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A wrong subPath made a folder named config.json',
  config: null,
  mount: ({ home }) => {
    mkdirSync(join(home, '.docker', 'config.json'), { recursive: true });
  },
  named: /is a folder|is a directory/i,
  first: 'KR-FIL-003'
});
