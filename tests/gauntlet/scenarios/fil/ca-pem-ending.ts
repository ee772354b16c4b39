import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA Secret has the key certificate.pem',
  ca: null,
  mount: ({ home, pem }) => mountSecret(join(home, '.tls'), { 'certificate.pem': pem('root') }),
  named: /under another name/,
  first: 'KR-FIL-009',
  consumers: { sdk: 'fails', builder: 'fails' }
});
