import { scenario } from '../../scenario.ts';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

export default scenario({
  says: 'Both places of the config are one and the same file by a link',
  mount: ({ home }) => {
    mkdirSync(join(home, 'docker'));
    symlinkSync(join(home, '.docker', 'config.json'), join(home, 'docker', 'config.json'));
  },
  environment: ({ home }) => ({ DOCKER_CONFIG: join(home, 'docker') }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
