import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The same Secret is also mounted where DOCKER_CONFIG leads',
  mount: ({ home, host, basic }) =>
    mountSecret(join(home, 'docker'), {
      'config.json': JSON.stringify({ auths: { [`https://${host}/`]: { auth: basic() } } })
    }),
  environment: ({ home }) => ({ DOCKER_CONFIG: join(home, 'docker') }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
