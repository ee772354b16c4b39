import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A link to /dev/null stands where the Docker config should be',
  config: null,
  mount: ({ home }) => {
    mkdirSync(join(home, '.docker'));
    symlinkSync('/dev/null', join(home, '.docker', 'config.json'));
  },
  named: /not an ordinary file/,
  first: 'KR-FIL-004',
  variant: 'special',
  consumers: { sdk: 'fails', builder: 'fails' }
});
