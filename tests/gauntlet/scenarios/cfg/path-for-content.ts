import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'kubectl was told --from-literal: the file holds a path, not what is in the file',
  config: '/home/jane/.docker/config.json',
  named: /path|name of a file/,
  first: 'KR-CFG-001',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
