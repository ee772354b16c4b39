import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'DOCKER_CONFIG leads to another file with an old password',
  mount: ({ home, host, basic }) => {
    mkdirSync(join(home, 'docker'), { recursive: true });
    writeFileSync(
      join(home, 'docker', 'config.json'),
      JSON.stringify({ auths: { [host]: { auth: basic('ann', 'old-Pa55word') } } })
    );
  },
  environment: ({ home }) => ({ DOCKER_CONFIG: join(home, 'docker') }),
  peers: false,
  named: /different logins/,
  first: 'KR-FIL-014'
});
