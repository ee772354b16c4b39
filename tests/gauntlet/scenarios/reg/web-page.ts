import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A portal answers with its login page',
  server: {
    answer: (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html><form>Sign in</form></html>');
      return true;
    }
  },
  first: 'KR-REG-002'
});
