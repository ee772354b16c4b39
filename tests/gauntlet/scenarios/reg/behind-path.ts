import { send } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry stands below a path: at the root there is only the web page of the company',
  server: {
    answer: (request, response) =>
      !(request.url ?? '').startsWith('/registry/') &&
      send(response, 404, { 'content-type': 'text/html' }, '<html><body>Not here</body></html>')
  },
  named: /not as a Docker registry|404/,
  first: 'KR-REG-001',
  logins: 0
});
