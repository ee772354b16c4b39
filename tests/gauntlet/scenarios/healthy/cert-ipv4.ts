import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Called by an IPv4 address that the certificate lists',
  ...called('127.0.0.1'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-loopback-only'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
