import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An address filter keeps the cluster out',
  server: always(403),
  named: /before any login|Forbidden/,
  first: 'KR-REG-012',
  variant: 'before-login',
  logins: 0
});
