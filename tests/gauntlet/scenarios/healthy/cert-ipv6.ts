import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Called by an IPv6 address that the certificate lists',
  ...called('[::1]'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-loopback-only'],
  server: { address: '::1' },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
