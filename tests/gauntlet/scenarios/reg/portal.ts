import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A network portal wants a login first',
  server: always(511, { 'content-type': 'text/html' }, '<html>Log in to this network</html>'),
  named: /portal/,
  first: 'KR-REG-002',
  variant: 'portal',
  logins: 0
});
