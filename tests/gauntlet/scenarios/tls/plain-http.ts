import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry speaks plain HTTP',
  server: { kind: 'plain-http', auth: 'none' },
  first: 'KR-TLS-001',
  consumers: { sdk: 'fails' },
  logins: 0,
  named: /plain HTTP|HTTP response to HTTPS/i
});
