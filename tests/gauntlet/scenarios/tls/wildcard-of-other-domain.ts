import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The wildcard certificate of the company, called by a name of two levels',
  ...called('registry.prod.corp.test'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-wildcard'],
  peers: false,
  named: /another name|\*\.corp\.test/,
  first: 'KR-TLS-006',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
