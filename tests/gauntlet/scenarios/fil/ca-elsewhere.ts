import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'HOME is /workspace, and the CA is mounted under /home/kubeflow',
  ca: null,
  mount: ({ home, pem }) => mountSecret(join(home, 'kubeflow', '.tls'), { 'certificate.crt': pem('root') }),
  options: ({ home }) => ({ kubeflowHome: join(home, 'kubeflow') }),
  peers: false,
  named: /not in this notebook's home folder/,
  first: 'KR-FIL-007',
  variant: 'ca'
});
