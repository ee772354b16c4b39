import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';
import { uploadAnswer } from '../../registries.ts';

export default scenario({
  says: 'A rule from http to https catches the upload',
  server: uploadAnswer((_request, response) => send(response, 301, { location: 'https://registry.test/v2/' }, '')),
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  peers: false,
  named: /sends uploads on/,
  first: 'KR-REG-005',
  variant: 'upload',
  consumers: { builder: 'fails' }
});
