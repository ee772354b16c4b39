import { isLogin } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A registry that does not name its version',
  server: {
    answer: (request, response, registry) => {
      const granted = isLogin(request, registry);
      response.writeHead(granted ? 200 : 401, granted ? {} : { 'www-authenticate': 'Basic realm="Registry"' });
      response.end('{}');
      return true;
    }
  },
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
