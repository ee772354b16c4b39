import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server would like a client certificate, and goes on without one',
  server: { tls: { requestCert: true, rejectUnauthorized: false } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
