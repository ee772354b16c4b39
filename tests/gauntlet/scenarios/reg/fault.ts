import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry has a fault',
  server: {
    answer: (_request, response) => {
      response.writeHead(500);
      response.end();
      return true;
    }
  },
  first: 'KR-REG-003'
});
