import { send } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Beside the right challenge the 401 carries a page for people',
  server: {
    answer: (request, response) => {
      if (request.headers.authorization !== undefined) {
        return false;
      }
      return send(
        response,
        401,
        { 'content-type': 'text/html', 'www-authenticate': 'Basic realm="Sonatype Nexus Repository Manager"' },
        '<html><body>Please log in</body></html>'
      );
    }
  },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
