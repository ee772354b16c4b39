import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Secret of another program is mounted at .tls',
  ca: null,
  mount: ({ home }) => mountSecret(join(home, '.tls'), { accesskey: 'minio', secretkey: 'minio' }),
  named: /holds accesskey, secretkey/,
  first: 'KR-FIL-008',
  variant: 'others',
  consumers: { sdk: 'fails', builder: 'fails' }
});
