import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service answers with a web page',
  server: {
    auth: 'bearer',
    answer: (request, response) => {
      if (request.url?.startsWith('/token') !== true) {
        return false;
      }
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html>Welcome</html>');
      return true;
    }
  },
  first: 'KR-REG-025'
});
