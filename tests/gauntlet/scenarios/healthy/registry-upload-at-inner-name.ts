import { send } from '../../distribution.ts';
import { uploadAnswer } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry does not know its own outside name: the upload continues at an inner one',
  server: uploadAnswer((_request, response) =>
    send(response, 202, { location: 'https://registry-core:5000/v2/team/img/blobs/uploads/1' }, '')
  ),
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  peers: false,

  first: null,
  also: ['KR-REG-005'],
  consumers: { builder: 'ok' }
});
