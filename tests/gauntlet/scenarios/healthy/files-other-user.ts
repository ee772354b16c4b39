import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An ordinary user may read the files through the group only',
  mount: ({ home }) => chmodSync(join(home, '.docker', 'config.json'), 0o440),
  unprivileged: true,
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
