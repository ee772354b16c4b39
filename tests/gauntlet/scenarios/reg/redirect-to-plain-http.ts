import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy in front does not say that the outside is encrypted',
  server: {
    answer: (_request, response, { host }) => {
      response.writeHead(301, { location: `http://${host}/v2/` });
      response.end();
      return true;
    }
  },
  named: /without encryption/,
  first: 'KR-REG-005',
  variant: 'plain-http',
  logins: 0
});
