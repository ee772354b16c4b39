import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server prefers an old cipher and knows today’s as well',
  server: {
    tls: { maxVersion: 'TLSv1.2', ciphers: 'AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256', honorCipherOrder: true }
  },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
