import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two names, one server: called by its address it shows the certificate of the first one',
  ...called('127.0.0.1'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-expired-other-name'],
  peers: false,
  named: /name|address/,
  first: 'KR-TLS-007',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
