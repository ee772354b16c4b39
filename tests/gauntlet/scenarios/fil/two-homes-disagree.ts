import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A config of the own hides the one that is mounted under /home/kubeflow',
  mount: ({ home, host, basic }) => {
    mkdirSync(join(home, 'kubeflow', '.docker'), { recursive: true });
    writeFileSync(
      join(home, 'kubeflow', '.docker', 'config.json'),
      JSON.stringify({ auths: { [host]: { auth: basic('ann', 'old-Pa55word') } } })
    );
  },
  options: ({ home }) => ({ kubeflowHome: join(home, 'kubeflow') }),
  peers: false,
  named: /different logins/,
  first: 'KR-FIL-014',
  variant: 'home'
});
