import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry speaks plain HTTP, so nobody ever made a CA file',
  server: { kind: 'plain-http', auth: 'none' },
  ca: null,
  named: /plain HTTP/,
  first: 'KR-TLS-001',
  consumers: { sdk: 'fails' },
  logins: 0
});
