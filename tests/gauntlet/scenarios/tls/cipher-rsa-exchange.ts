import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server knows only the key exchange that newer programs dropped',
  server: { tls: { maxVersion: 'TLSv1.2', ciphers: 'AES128-GCM-SHA256:AES256-SHA256' } },
  first: 'KR-TLS-015',
  variant: 'old-cipher',
  consumers: { sdk: 'unknown', builder: 'ok' },
  named: /cipher/i
});
