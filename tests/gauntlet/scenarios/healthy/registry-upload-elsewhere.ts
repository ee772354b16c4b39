import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';
import { uploadAnswer } from '../../registries.ts';

export default scenario({
  says: 'Uploads go on at another host, which takes them back by itself',
  server: uploadAnswer((_request, response) => send(response, 202, { location: 'https://store.invalid/upload/1' }, '')),
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  outcomes: { 'reg.pull': 'pass', 'reg.push': 'pass' },
  uploads: 0,
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
