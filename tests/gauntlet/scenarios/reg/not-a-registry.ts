import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Something else answers on the port',
  server: always(404, {}, 'nothing here'),
  named: /not as a Docker registry|404/,
  first: 'KR-REG-001'
});
