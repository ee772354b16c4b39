import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Called by an address, the certificate lists another',
  ...called('127.0.0.1'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-other-address'],
  first: 'KR-TLS-007',
  variant: 'other-address',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /address/i,
  logins: 0
});
