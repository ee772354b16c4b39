import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key config.json was taken out of the Secret of a running notebook',
  config: null,
  mount: ({ home }) => {
    mountSecret(join(home, '.docker'), {});
    symlinkSync(join('..data', 'config.json'), join(home, '.docker', 'config.json'));
  },
  named: /points to nothing/,
  first: 'KR-FIL-010',
  consumers: { sdk: 'fails', builder: 'fails' }
});
