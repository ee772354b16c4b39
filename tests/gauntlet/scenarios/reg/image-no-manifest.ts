import { manifestAnswer } from '../../registries.ts';
import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';

export default scenario({
  says: 'A cache answers with something that is no manifest',
  server: manifestAnswer((_request, response) => send(response, 200, { 'content-type': 'text/plain' }, 'ok')),
  options: ({ host }) => ({ images: [`${host}/team/img:latest`] }),
  peers: false,
  named: /no image/,
  first: 'KR-REG-014',
  variant: 'not-a-manifest'
});
