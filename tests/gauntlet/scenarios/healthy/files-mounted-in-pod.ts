import { join } from 'node:path';
import { IN_POD, mountedAt, mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Both files come from mounted Secrets of a pod, read-only and readable by all',
  config: null,
  ca: null,
  mount: ({ home, host, basic, pem }) => {
    mountSecret(join(home, '.docker'), { 'config.json': JSON.stringify({ auths: { [host]: { auth: basic() } } }) });
    mountSecret(join(home, '.tls'), { 'certificate.crt': pem('root') });
  },
  environment: IN_POD,
  options: ({ home }) => ({ files: mountedAt(join(home, '.docker'), join(home, '.tls')) }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
