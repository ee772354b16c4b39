import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The wildcard stands in the common name only',
  ...called('registry.corp.test'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-wildcard-in-name'],
  first: 'KR-TLS-008',
  consumers: { builder: 'ok' },
  named: /common name|old place/i
});
