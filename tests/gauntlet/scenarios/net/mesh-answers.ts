import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The mesh answers for an unknown host',
  server: {
    kind: 'plain-http',
    answer: (_request, response) => {
      response.writeHead(502, { server: 'envoy' });
      response.end('upstream connect error');
      return true;
    }
  },
  first: 'KR-NET-013'
});
