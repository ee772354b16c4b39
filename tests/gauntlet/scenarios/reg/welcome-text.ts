import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Another web server answers everything with a greeting',
  server: always(200, { 'content-type': 'text/plain' }, 'It works!'),
  named: /not a Docker registry/,
  first: 'KR-REG-002',
  variant: 'not-a-registry',
  logins: 0
});
