import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server speaks TLS 1.1 at best',
  server: { tls: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } },
  first: 'KR-TLS-015',
  consumers: { sdk: 'fails' },
  named: /TLS 1\.|protocol version/i,
  logins: 0
});
