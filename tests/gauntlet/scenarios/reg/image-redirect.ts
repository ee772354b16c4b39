import { manifestAnswer } from '../../registries.ts';
import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';

export default scenario({
  says: 'Images are served from another address',
  server: manifestAnswer((_request, response) => send(response, 307, { location: 'https://store.invalid/x' }, '')),
  options: ({ host }) => ({ images: [`${host}/team/img:latest`] }),
  peers: false,
  named: /sends requests for images on/,
  first: 'KR-REG-005',
  variant: 'repository'
});
