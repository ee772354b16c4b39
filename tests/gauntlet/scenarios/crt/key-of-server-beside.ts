import { generateKeyPairSync } from 'node:crypto';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: "A load balancer's file was mounted: server certificate, its key and its CAs",
  ca: ({ pem }) =>
    pem('leaf-of-issuing') +
    String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })) +
    pem('issuing') +
    pem('root-rsa'),
  chain: ['leaf-of-issuing', 'issuing'],
  named: /private key/i,
  first: 'KR-CRT-003',
  consumers: { sdk: 'ok', builder: 'ok' }
});
