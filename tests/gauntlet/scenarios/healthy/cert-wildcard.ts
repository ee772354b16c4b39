import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A wildcard certificate of the domain',
  ...called('registry.corp.test'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-wildcard'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
