import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The wildcard stands in the middle',
  ...called('registry.corp.test'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-wildcard-inside'],
  first: 'KR-TLS-006',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /other name|another name|valid for/i,
  logins: 0
});
