import { issued } from '../../pki.ts';
import { pkcs7, type Made } from '../../pki/make.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Windows exported the CA as a .p7b bundle',
  ca: pkcs7(issued('root-rsa') as Made),
  first: 'KR-CRT-001',
  variant: 'pkcs7',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /pkcs ?#?7/i,
  chain: ['leaf-of-root-rsa'],
  logins: 0
});
