import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The redirect leads to no readable address',
  server: always(302, { location: 'https://[oops/' }),
  named: /cannot be read/,
  first: 'KR-REG-005',
  variant: 'unreadable',
  logins: 0
});
