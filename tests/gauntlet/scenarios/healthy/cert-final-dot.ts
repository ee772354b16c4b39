import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Called with a final dot',
  ...called('registry.test.'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-p384'],
  // A hosts file knows no name with a final dot.
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
