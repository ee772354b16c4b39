import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file belongs to root and nobody else may read it',
  mount: ({ home }) => chmodSync(join(home, '.docker', 'config.json'), 0),
  unprivileged: true,
  peers: false,
  named: /cannot be read|permission denied/i,
  first: 'KR-FIL-004',
  consumers: { sdk: 'fails', builder: 'fails' }
});
