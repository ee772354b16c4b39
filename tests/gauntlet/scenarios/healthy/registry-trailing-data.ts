import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';

export default scenario({
  says: 'A registry with text behind its empty answer',
  server: {
    auth: 'none',
    answer: (request, response) => request.url === '/v2/' && send(response, 200, {}, '{}\n<!-- served by 10 -->')
  },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
