import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server speaks TLS 1.0 only',
  server: { tls: { minVersion: 'TLSv1', maxVersion: 'TLSv1' } },
  first: 'KR-TLS-015',
  consumers: { sdk: 'fails' },
  named: /TLS 1\.|protocol version/i,
  logins: 0
});
