import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';
import { join } from 'node:path';

export default scenario({
  says: 'The file is called Certificate.crt',
  ca: null,
  mount: ({ home, pem }) => mountSecret(join(home, '.tls'), { 'Certificate.crt': pem('root') }),
  named: /another name/,
  first: 'KR-FIL-009',
  consumers: { sdk: 'fails', builder: 'fails' }
});
