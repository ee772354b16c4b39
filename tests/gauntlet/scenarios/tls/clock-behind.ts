import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The clock here is behind, says the registry',
  chain: ['leaf-future'],
  first: 'KR-TLS-009',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /clock/i,
  logins: 0,
  server: { headers: { date: new Date(Date.now() + 4 * 86_400_000).toUTCString() } },
  also: ['KR-TLS-012']
});
