import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';

export default scenario({
  says: 'The load balancer fails once',
  server: {
    answer: (_request, response, { requests }) => requests === 1 && send(response, 503, { 'retry-after': '0' }, {})
  },
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
