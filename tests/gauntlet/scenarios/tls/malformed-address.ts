import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A malformed address stands beside the right name',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-bad-address'],
  first: 'KR-TLS-022',
  consumers: { builder: 'fails' },
  named: /malformed address|IP address/i
});
