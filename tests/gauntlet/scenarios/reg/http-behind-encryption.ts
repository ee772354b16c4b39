import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'What stands in front speaks plain HTTP to a registry that wants HTTPS',
  server: always(
    400,
    { 'content-type': 'text/plain; charset=utf-8' },
    'Client sent an HTTP request to an HTTPS server.\n'
  ),
  named: /in front of .* plain HTTP/,
  first: 'KR-REG-029',
  variant: 'http',
  logins: 0
});
