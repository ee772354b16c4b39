import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The mounted Secret was not completed',
  config: null,
  mount: ({ home }) => {
    mkdirSync(join(home, '.docker'), { recursive: true });
    symlinkSync('..data/config.json', join(home, '.docker', 'config.json'));
  },
  named: /points to nothing/,
  first: 'KR-FIL-010'
});
