import { isLogin, send } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Basic and Bearer are offered, and both work',
  server: {
    auth: 'bearer',
    challenge: (_realm, bearer) => ['Basic realm="Registry"', bearer],
    answer: (request, response, registry) =>
      request.url?.startsWith('/v2/') === true && isLogin(request, registry) && send(response, 200, {}, {})
  },
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
