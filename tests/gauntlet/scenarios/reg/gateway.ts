import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The load balancer in front gets no answer',
  server: always(502, { 'content-type': 'text/html' }, '<html>502 Bad Gateway</html>'),
  named: /in front of|Bad Gateway/i,
  first: 'KR-REG-003',
  variant: 'gateway',
  logins: 0
});
