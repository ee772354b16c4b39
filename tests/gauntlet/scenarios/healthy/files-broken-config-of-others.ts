import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file of podman is broken, and nothing here needs it',
  mount: ({ home }) => {
    mkdirSync(join(home, '.config', 'containers'), { recursive: true });
    writeFileSync(join(home, '.config', 'containers', 'auth.json'), '{');
  },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
