import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { IN_POD } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The copy of the Docker config can be read by everybody',
  mount: ({ home }) => chmodSync(join(home, '.docker', 'config.json'), 0o644),
  environment: IN_POD,
  named: /copied file/,
  first: 'KR-FIL-011',
  also: ['KR-FIL-015']
});
