import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { IN_POD, mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The files are links of the own into mounted Secrets',
  config: null,
  ca: null,
  mount: ({ home, host, basic, pem }) => {
    mountSecret(join(home, 'secrets'), {
      'config.json': JSON.stringify({ auths: { [host]: { auth: basic() } } }),
      'ca.crt': pem('root')
    });
    mkdirSync(join(home, '.docker'));
    mkdirSync(join(home, '.tls'));
    symlinkSync(join(home, 'secrets', 'config.json'), join(home, '.docker', 'config.json'));
    symlinkSync(join(home, 'secrets', 'ca.crt'), join(home, '.tls', 'certificate.crt'));
  },
  environment: IN_POD,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
