import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';
import { uploadAnswer } from '../../registries.ts';

export default scenario({
  says: 'The project has reached its quota',
  server: uploadAnswer((_request, response) =>
    send(response, 403, {}, { errors: [{ code: 'DENIED', message: 'adding 1 MiB exceeds the storage quota' }] })
  ),
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  peers: false,
  named: /full/,
  first: 'KR-REG-018',
  variant: 'full',
  consumers: { builder: 'fails' }
});
