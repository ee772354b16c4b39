import { scenario } from '../../scenario.ts';
import { join } from 'node:path';

export default scenario({
  says: 'DOCKER_CONFIG leads to a folder that is not there any more',
  environment: ({ home }) => ({ DOCKER_CONFIG: join(home, 'gone') }),
  named: /leads nowhere/,
  first: 'KR-FIL-014',
  variant: 'nowhere',
  consumers: { sdk: 'ok' }
});
