import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Docker config lies only where DOCKER_CONFIG leads',
  config: null,
  mount: ({ home, host, basic }) =>
    mountSecret(join(home, 'docker'), { 'config.json': JSON.stringify({ auths: { [host]: { auth: basic() } } }) }),
  environment: ({ home }) => ({ DOCKER_CONFIG: join(home, 'docker') }),
  peers: false,
  named: /not where the SDK looks/,
  first: 'KR-FIL-001',
  variant: 'variable',
  consumers: { sdk: 'fails' }
});
