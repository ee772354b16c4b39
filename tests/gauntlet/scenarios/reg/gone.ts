import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry has moved away',
  server: always(410),
  named: /not as a Docker registry|410/,
  first: 'KR-REG-001',
  logins: 0
});
