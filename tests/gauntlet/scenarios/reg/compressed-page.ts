import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Another web server answers with a compressed page',
  server: always(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }, 'H4sI'),
  named: /not a Docker registry/,
  first: 'KR-REG-002',
  variant: 'not-a-registry',
  logins: 0
});
