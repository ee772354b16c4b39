import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';

export default scenario({
  says: 'The registry is from the time of the first version',
  server: {
    answer: (request, response) =>
      request.url === '/v1/_ping'
        ? send(response, 200, { 'x-docker-registry-version': '0.9.1' }, 'true')
        : send(response, 404, {}, '')
  },
  named: /version 1/,
  first: 'KR-REG-023',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
