import { pem } from '../../pki.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A publicly trusted registry, and a CA file that it does not need',
  chain: ['leaf-of-root-p384'],
  options: () => ({ publicCas: [pem('root-p384')] }),
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
