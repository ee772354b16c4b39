import { manifestAnswer } from '../../registries.ts';
import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';

export default scenario({
  says: 'The limit of pulls is reached',
  server: manifestAnswer((_request, response) => send(response, 429, { 'retry-after': '3600' }, {})),
  options: ({ host }) => ({ images: [`${host}/team/img:latest`] }),
  peers: false,
  named: /too many/,
  first: 'KR-REG-004',
  variant: 'with-time'
});
