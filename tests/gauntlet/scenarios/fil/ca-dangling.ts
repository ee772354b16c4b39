import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The mounted CA Secret was not completed',
  ca: null,
  mount: ({ home }) => {
    mkdirSync(join(home, '.tls'));
    symlinkSync('..data/certificate.crt', join(home, '.tls', 'certificate.crt'));
  },
  named: /points to nothing/,
  first: 'KR-FIL-010'
});
