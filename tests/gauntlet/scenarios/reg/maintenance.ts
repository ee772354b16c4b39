import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry is being maintained',
  server: always(503, { 'content-type': 'text/html', 'retry-after': '120' }, '<html>Down for maintenance</html>'),
  named: /closed at the moment|maintenance/i,
  first: 'KR-REG-003',
  variant: 'unavailable',
  logins: 0
});
