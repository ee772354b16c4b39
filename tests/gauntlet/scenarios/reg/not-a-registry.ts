import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Something else answers on the port',
  server: {
    answer: (_request, response) => {
      response.writeHead(404);
      response.end('nothing here');
      return true;
    }
  },
  first: 'KR-REG-001'
});
