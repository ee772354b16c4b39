import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The ingress has no rule for this name',
  server: always(404, { 'content-type': 'text/plain; charset=utf-8' }, 'default backend - 404'),
  named: /not as a Docker registry|404/,
  first: 'KR-REG-001',
  logins: 0
});
