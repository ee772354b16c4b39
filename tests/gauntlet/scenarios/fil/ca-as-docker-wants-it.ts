import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA lies where docker on a computer looks: certs.d',
  ca: null,
  mount: ({ home, host, pem }) => {
    mkdirSync(join(home, '.docker', 'certs.d', host), { recursive: true });
    writeFileSync(join(home, '.docker', 'certs.d', host, 'ca.crt'), pem('root'));
  },
  named: /certs\.d/,
  first: 'KR-FIL-008',
  variant: 'docker-folder',
  consumers: { sdk: 'fails', builder: 'fails' }
});
