import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The PodDefault mounts each Secret where the other belongs',
  config: null,
  ca: null,
  mount: ({ home, host, basic, pem }) => {
    mountSecret(join(home, '.docker'), { 'certificate.crt': pem('root') });
    mountSecret(join(home, '.tls'), { 'config.json': JSON.stringify({ auths: { [host]: { auth: basic() } } }) });
  },
  named: /swapped/,
  first: 'KR-FIL-001',
  also: ['KR-FIL-008'],
  variant: 'other-folder',
  consumers: { sdk: 'fails', builder: 'fails' }
});
