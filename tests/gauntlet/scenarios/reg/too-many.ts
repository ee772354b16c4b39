import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry asks for patience',
  server: always(429, { 'retry-after': '60' }),
  named: /too many|TOOMANYREQUESTS|429/i,
  first: 'KR-REG-004',
  variant: 'with-time',
  logins: 0
});
