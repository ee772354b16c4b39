import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The ingress is there, the registry behind it is not running',
  server: always(
    503,
    { 'content-type': 'text/html', server: 'nginx' },
    '<html><head><title>503 Service Temporarily Unavailable</title></head></html>'
  ),
  named: /503|fault/,
  first: 'KR-REG-003',
  logins: 0
});
