import { called } from '../../called.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Artifactory: one name for each repository, one certificate for all of them',
  ...called('docker-local.corp.test'),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-wildcard'],
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
