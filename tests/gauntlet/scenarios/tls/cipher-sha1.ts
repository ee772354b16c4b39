import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server knows only ciphers with SHA-1',
  server: { tls: { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-SHA@SECLEVEL=0' } },
  first: 'KR-TLS-015',
  variant: 'old-cipher',
  consumers: { sdk: 'unknown', builder: 'ok' },
  named: /cipher/i
});
