import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Other files lie beside the two that count',
  mount: ({ home, pem }) => {
    writeFileSync(join(home, '.docker', 'daemon.json'), '{}');
    writeFileSync(join(home, '.tls', 'old-ca.crt'), pem('other-root'));
  },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
