import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry demands a client certificate in TLS 1.2',
  server: { tls: { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' } },
  first: 'KR-TLS-016',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /client certificate|certificate required/i,
  logins: 0
});
