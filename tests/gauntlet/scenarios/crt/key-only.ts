import { issued } from '../../pki.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The private key of the CA was mounted instead of its certificate',
  ca: issued('root').keyPem,
  first: 'KR-CRT-003',
  also: ['KR-CRT-015'],
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /private key/i,
  logins: 0
});
