import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Secret of another program is mounted at .docker',
  config: null,
  mount: ({ home }) => mountSecret(join(home, '.docker'), { accesskey: 'minio', secretkey: 'minio' }),
  named: /holds accesskey, secretkey/,
  first: 'KR-FIL-002',
  variant: 'others',
  consumers: { sdk: 'fails', builder: 'fails' }
});
