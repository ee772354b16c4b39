import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The address stands in the common name',
  ...called('127.0.0.1'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-address-in-subject'],
  first: 'KR-TLS-007',
  named: /address/i
});
