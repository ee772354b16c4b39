import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A pipe stands where the Docker config should be, and nobody writes to it',
  config: null,
  mount: ({ home }) => {
    mkdirSync(join(home, '.docker'), { recursive: true });
    execFileSync('mkfifo', [join(home, '.docker', 'config.json')]);
  },
  named: /not an ordinary file/,
  first: 'KR-FIL-004'
});
