import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA was copied by root with mode 600',
  mount: ({ home }) => chmodSync(join(home, '.tls', 'certificate.crt'), 0),
  unprivileged: true,
  peers: false,
  named: /cannot be read|permission denied/i,
  first: 'KR-FIL-004'
});
