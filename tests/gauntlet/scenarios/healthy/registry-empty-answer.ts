import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';

export default scenario({
  says: 'A registry whose answer has no body',
  server: { auth: 'none', answer: (request, response) => request.url === '/v2/' && send(response, 200, {}, '') },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
