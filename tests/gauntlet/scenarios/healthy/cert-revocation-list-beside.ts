import { issued } from '../../pki.ts';
import { revocationList, type Made } from '../../pki/make.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA came with its list of revoked certificates',
  ca: ({ pem }) => pem('root-rsa') + revocationList(issued('root-rsa') as Made),
  chain: ['leaf-of-root-rsa'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
