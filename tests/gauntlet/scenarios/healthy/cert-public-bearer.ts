import { pem } from '../../pki.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A publicly trusted registry with a token service',
  ca: null,
  chain: ['leaf-of-root-p384'],
  server: { auth: 'bearer' },
  options: () => ({ publicCas: [pem('root-p384')] }),
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
