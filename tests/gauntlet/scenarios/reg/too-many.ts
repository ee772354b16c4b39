import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry asks for patience',
  server: {
    answer: (_request, response) => {
      response.writeHead(429, { 'retry-after': '60' });
      response.end();
      return true;
    }
  },
  first: 'KR-REG-004'
});
