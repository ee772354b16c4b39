import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry demands a client certificate',
  server: { tls: { requestCert: true, rejectUnauthorized: true } },
  first: 'KR-TLS-016',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /client certificate|certificate required/i,
  logins: 0
});
