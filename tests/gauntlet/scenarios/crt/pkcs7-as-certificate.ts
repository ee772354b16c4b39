import { issued } from '../../pki.ts';
import { pkcs7, toPem, type Made } from '../../pki/make.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A bundle was relabelled as a certificate',
  ca: toPem(pkcs7(issued('root-rsa') as Made)),
  first: 'KR-CRT-002',
  variant: 'pkcs7',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /pkcs ?#?7/i,
  chain: ['leaf-of-root-rsa'],
  logins: 0
});
