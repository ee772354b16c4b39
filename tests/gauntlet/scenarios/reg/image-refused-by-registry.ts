import { manifestAnswer } from '../../registries.ts';
import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';

export default scenario({
  says: 'The registry has rules of its own for names',
  server: manifestAnswer((_request, response) => send(response, 400, {}, { errors: [{ code: 'NAME_INVALID' }] })),
  options: ({ host }) => ({ images: [`${host}/img:latest`] }),
  peers: false,
  named: /does not accept the name/,
  first: 'KR-REG-020',
  variant: 'by-registry'
});
