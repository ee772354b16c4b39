import { join } from 'node:path';
import { IN_POD, mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The optional Secret docker-secret does not exist in this namespace',
  config: null,
  mount: ({ home }) => mountSecret(join(home, '.docker'), {}),
  environment: IN_POD,
  named: /mounted, but it is empty/,
  first: 'KR-FIL-001',
  variant: 'empty-mount',
  consumers: { sdk: 'fails', builder: 'fails' }
});
