import { pem } from '../../pki.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A variable of Python leads to a bundle that does not exist, and the public registry needs one',
  ca: null,
  chain: ['leaf-of-root-p384'],
  options: () => ({ publicCas: [pem('root-p384')] }),
  environment: { REQUESTS_CA_BUNDLE: '/opt/corp/bundle.pem' },
  peers: false,
  named: /REQUESTS_CA_BUNDLE/,
  first: 'KR-TLS-030',
  consumers: { sdk: 'fails', builder: 'ok' }
});
