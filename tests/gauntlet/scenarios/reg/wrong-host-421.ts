import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server in front does not serve this name (421)',
  server: always(421, { 'content-type': 'text/html' }, '<html>Misdirected Request</html>'),
  named: /does not serve this name/,
  first: 'KR-REG-029',
  variant: 'name',
  logins: 0
});
