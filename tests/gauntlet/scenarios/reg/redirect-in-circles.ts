import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry sends programs round in circles',
  server: always(302, { location: '/v2/' }),
  named: /circles|redirects/,
  first: 'KR-REG-005',
  variant: 'loop',
  logins: 0
});
