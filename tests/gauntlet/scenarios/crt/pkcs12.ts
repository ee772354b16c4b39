import { caBytesOf, caseOf } from '../../../../src/node/x509/measured.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A .p12 store was mounted',
  ca: caBytesOf(caseOf('file-pkcs12')),
  first: 'KR-CRT-001',
  variant: 'pkcs12',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /pkcs ?#?12/i,
  logins: 0
});
