import { pem } from '../../pki.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A damaged CA file hurts nobody where the registry is publicly trusted, and is told all the same',
  ca: 'ask Jane for the certificate\n',
  chain: ['leaf-of-root-p384'],
  options: () => ({ publicCas: [pem('root-p384')] }),
  peers: false,
  first: 'KR-CRT-001',
  consumers: { sdk: 'ok', builder: 'ok' },
  named: /no certificate/i
});
