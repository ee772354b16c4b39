import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The setting names the folder, not the file in it',
  options: ({ home }) => ({ dockerConfig: { path: join(home, '.docker'), origin: 'setting' } }),
  peers: false,
  named: /is a folder/,
  first: 'KR-FIL-003',
  consumers: { sdk: 'fails', builder: 'fails' }
});
