import { manifestAnswer } from '../../registries.ts';
import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';

export default scenario({
  says: 'A proxy strips the digest of the image',
  server: manifestAnswer((_request, response) => send(response, 200, {}, { schemaVersion: 2 })),
  options: ({ host }) => ({ images: [`${host}/team/img:latest`] }),
  peers: false,
  named: /does not say the digest/,
  first: 'KR-REG-027'
});
