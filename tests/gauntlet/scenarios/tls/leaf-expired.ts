import { scenario } from '../../scenario.ts';

export default scenario({
  says: "The registry's certificate has run out",
  chain: ['leaf-expired'],
  first: 'KR-TLS-010',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0,
  named: /expired/i
});
