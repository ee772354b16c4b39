import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Both places come from the settings',
  config: null,
  ca: null,
  mount: ({ home, host, basic, pem }) =>
    mountSecret(join(home, 'registry'), {
      'config.json': JSON.stringify({ auths: { [host]: { auth: basic() } } }),
      'certificate.crt': pem('root')
    }),
  options: ({ home }) => ({
    dockerConfig: { path: join(home, 'registry', 'config.json'), origin: 'setting' },
    caFile: { path: join(home, 'registry', 'certificate.crt'), origin: 'setting' }
  }),
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
