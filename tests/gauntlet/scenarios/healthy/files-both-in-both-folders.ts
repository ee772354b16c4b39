import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'One Secret with both files is mounted in both places',
  config: null,
  ca: null,
  mount: ({ home, host, basic, pem }) => {
    for (const folder of ['.docker', '.tls']) {
      mountSecret(join(home, folder), {
        'config.json': JSON.stringify({ auths: { [host]: { auth: basic() } } }),
        'certificate.crt': pem('root')
      });
    }
  },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
