import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA Secret was made with the key ca.crt',
  ca: null,
  mount: ({ home, pem }) => {
    mkdirSync(join(home, '.tls'), { recursive: true });
    writeFileSync(join(home, '.tls', 'ca.crt'), pem('root'));
  },
  named: /under another name/,
  first: 'KR-FIL-009',
  consumers: { sdk: 'fails', builder: 'fails' }
});
