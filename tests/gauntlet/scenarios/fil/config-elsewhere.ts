import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'HOME is /workspace, the PodDefault mounts under /home/kubeflow',
  config: null,
  ca: null,
  mount: ({ home, host, basic, pem }) => {
    const other = join(home, 'kubeflow');
    mkdirSync(join(other, '.docker'), { recursive: true });
    mkdirSync(join(other, '.tls'), { recursive: true });
    writeFileSync(join(other, '.docker', 'config.json'), JSON.stringify({ auths: { [host]: { auth: basic() } } }));
    writeFileSync(join(other, '.tls', 'certificate.crt'), pem('root'));
  },
  options: ({ home }) => ({ kubeflowHome: join(home, 'kubeflow') }),
  named: /not in this notebook's home folder/,
  first: 'KR-FIL-007'
});
