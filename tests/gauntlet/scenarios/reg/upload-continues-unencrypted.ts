import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';
import { uploadAnswer } from '../../registries.ts';

export default scenario({
  says: 'The registry does not know that its outside is encrypted',
  server: uploadAnswer((_request, response, { host }) =>
    send(response, 202, { location: `http://${host}/v2/team/img/blobs/uploads/1` }, '')
  ),
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  peers: false,
  named: /continues uploads without encryption/,
  first: 'KR-REG-005',
  variant: 'upload-plain-http',
  consumers: { builder: 'fails' }
});
