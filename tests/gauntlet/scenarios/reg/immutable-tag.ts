import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';
import { uploadAnswer } from '../../registries.ts';

export default scenario({
  says: 'The tag exists and must not change',
  server: uploadAnswer((_request, response) =>
    send(response, 412, {}, { errors: [{ code: 'PRECONDITION', message: 'tag is immutable' }] })
  ),
  options: ({ host }) => ({ images: [`${host}/team/img:latest`], push: true }),
  uploads: 0,
  peers: false,
  named: /must not change/,
  first: 'KR-REG-019',
  consumers: { builder: 'fails' }
});
