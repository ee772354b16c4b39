import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A wildcard does not cover the domain itself',
  ...called('corp.test'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-wildcard'],
  first: 'KR-TLS-006',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /\*\.corp\.test|other name|another name/i,
  logins: 0
});
