import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server speaks TLS 1.3 only',
  server: { tls: { minVersion: 'TLSv1.3' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
