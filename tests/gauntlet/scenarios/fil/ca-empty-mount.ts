import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The optional Secret with the CA does not exist in this namespace',
  ca: null,
  mount: ({ home }) => mountSecret(join(home, '.tls'), {}),
  named: /mounted, but it is empty/,
  first: 'KR-FIL-008',
  variant: 'mounted',
  consumers: { sdk: 'fails', builder: 'fails' }
});
