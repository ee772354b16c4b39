import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Docker config is a link to a file that was deleted',
  config: null,
  mount: ({ home }) => {
    mkdirSync(join(home, '.docker'));
    symlinkSync(join(home, 'old', 'config.json'), join(home, '.docker', 'config.json'));
  },
  named: /points to nothing/,
  first: 'KR-FIL-010',
  variant: 'link',
  consumers: { sdk: 'fails', builder: 'fails' }
});
