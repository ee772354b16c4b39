import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login is right, and access is forbidden',
  server: {
    answer: (request, response) => {
      if (request.headers.authorization === undefined) {
        return false;
      }
      response.writeHead(403, { 'content-type': 'application/json' });
      response.end('{"errors":[{"code":"DENIED","message":"denied"}]}');
      return true;
    }
  },
  first: 'KR-REG-012'
});
