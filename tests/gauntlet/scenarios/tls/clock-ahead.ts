import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The clock here is months ahead, says the registry: to it the certificate is still good',
  chain: ['leaf-expired'],
  server: { headers: { date: new Date(Date.now() - 30 * 86_400_000).toUTCString() } },
  named: /clock/i,
  first: 'KR-TLS-009',
  also: ['KR-TLS-010'],
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
