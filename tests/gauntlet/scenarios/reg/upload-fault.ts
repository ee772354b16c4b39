import { refuse } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';
import { uploadAnswer } from '../../registries.ts';

export default scenario({
  says: 'The storage takes no uploads',
  server: uploadAnswer((_request, response) => refuse(response, 500, 'UNKNOWN')),
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  peers: false,
  named: /when an upload begins/,
  first: 'KR-REG-003',
  variant: 'upload',
  consumers: { builder: 'fails' }
});
