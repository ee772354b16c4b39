import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server speaks TLS 1.2 only',
  server: { tls: { maxVersion: 'TLSv1.2' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
