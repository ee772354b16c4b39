import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The path after --docker-config is mistyped',
  options: ({ home }) => ({ dockerConfig: { path: join(home, '.docker', 'confg.json'), origin: 'option' } }),
  peers: false,
  named: /no file at/,
  first: 'KR-FIL-001',
  variant: 'given',
  consumers: { sdk: 'fails', builder: 'fails' }
});
