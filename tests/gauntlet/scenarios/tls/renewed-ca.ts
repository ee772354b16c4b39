import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The company renewed its CA under the same name',
  chain: ['leaf-of-renewed'],
  first: 'KR-TLS-004',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0,
  named: /another key|renewed/i
});
