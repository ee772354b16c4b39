import { refuse } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';
import { uploadAnswer } from '../../registries.ts';

export default scenario({
  says: 'The registry is read-only while it is cleaned up',
  server: uploadAnswer((_request, response) => refuse(response, 405, 'UNSUPPORTED')),
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  peers: false,
  named: /read-only/,
  first: 'KR-REG-018',
  consumers: { builder: 'fails' }
});
