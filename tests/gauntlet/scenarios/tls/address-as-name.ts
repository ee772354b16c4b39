import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The address was written as a name',
  ...called('127.0.0.1'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-address-as-name'],
  first: 'KR-TLS-007',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /address/i,
  logins: 0
});
