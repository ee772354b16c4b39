import { join } from 'node:path';
import { IN_POD, mountedAt } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Docker config is mounted as a single file with subPath',
  environment: IN_POD,
  options: ({ home }) => ({ files: mountedAt(join(home, '.docker', 'config.json')) }),
  named: /never follows a change/,
  first: 'KR-FIL-012'
});
