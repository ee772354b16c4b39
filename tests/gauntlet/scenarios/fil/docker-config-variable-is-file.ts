import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'DOCKER_CONFIG names the file instead of the folder',
  environment: ({ home }) => ({ DOCKER_CONFIG: join(home, '.docker', 'config.json') }),
  peers: false,
  named: /leads nowhere/,
  first: 'KR-FIL-014',
  variant: 'nowhere',
  consumers: { sdk: 'ok' }
});
