import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'One Secret with both files is mounted at .docker',
  config: null,
  ca: null,
  mount: ({ home, host, basic, pem }) =>
    mountSecret(join(home, '.docker'), {
      'config.json': JSON.stringify({ auths: { [host]: { auth: basic() } } }),
      'certificate.crt': pem('root')
    }),
  named: /\.docker\/certificate\.crt/,
  first: 'KR-FIL-008',
  variant: 'other-folder',
  consumers: { sdk: 'fails', builder: 'fails' }
});
