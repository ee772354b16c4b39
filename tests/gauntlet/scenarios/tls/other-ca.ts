import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA file belongs to another CA',
  chain: ['leaf-of-other'],
  first: 'KR-TLS-003',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0,
  named: /another CA|signed by/i
});
