import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The single sign-on sends everyone to its login page',
  server: {
    answer: (request, response) => {
      const page = request.url?.startsWith('/login') === true;
      response.writeHead(page ? 200 : 302, page ? { 'content-type': 'text/html' } : { location: '/login?from=/v2/' });
      response.end(page ? '<html>Sign in</html>' : '');
      return true;
    }
  },
  named: /web page/,
  first: 'KR-REG-002',
  logins: 0
});
