import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The folder of the Docker config cannot be entered',
  mount: ({ home }) => chmodSync(join(home, '.docker'), 0),
  unprivileged: true,
  peers: false,
  named: /is closed|permission denied/i,
  first: 'KR-FIL-004',
  variant: 'folder',
  consumers: { sdk: 'fails', builder: 'fails' }
});
