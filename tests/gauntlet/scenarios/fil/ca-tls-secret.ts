import { join } from 'node:path';
import { mountSecret } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA comes from a TLS Secret, as tls.crt',
  ca: null,
  mount: ({ home, pem }) => mountSecret(join(home, '.tls'), { 'ca.crt': pem('root'), 'tls.crt': pem('leaf') }),
  named: /under another name/,
  first: 'KR-FIL-009',
  consumers: { sdk: 'fails', builder: 'fails' }
});
