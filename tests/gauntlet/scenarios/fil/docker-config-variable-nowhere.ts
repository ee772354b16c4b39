import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'DOCKER_CONFIG leads to a folder that is not there any more',
  environment: ({ home }) => ({ DOCKER_CONFIG: join(home, 'gone') }),
  peers: false,
  named: /leads nowhere/,
  first: 'KR-FIL-014',
  variant: 'nowhere',
  consumers: { sdk: 'ok' }
});
