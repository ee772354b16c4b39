import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Called by its address, the certificate has only names',
  chain: ['leaf-name-only'],
  ask: ({ port }) => [`127.0.0.1:${port}`],
  config: ({ port, basic }) => ({ auths: { [`127.0.0.1:${port}`]: { auth: basic() } } }),
  first: 'KR-TLS-007',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0,
  named: /address|IP SAN/i
});
