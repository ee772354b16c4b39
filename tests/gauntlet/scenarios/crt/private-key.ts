import { issued } from '../../pki.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: "The CA's private key was mounted with it",
  ca: ({ pem }) => `${pem('root')}${issued('root').keyPem}`,
  first: 'KR-CRT-003',
  named: /private key/i
});
