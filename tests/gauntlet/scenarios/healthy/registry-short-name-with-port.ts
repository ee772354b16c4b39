import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry is called by the short name of its Service, with the port',
  ...called('registry'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-short-name'],
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
