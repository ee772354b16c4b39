import { manifestAnswer } from '../../registries.ts';
import { scenario } from '../../scenario.ts';
import { send } from '../../distribution.ts';

export default scenario({
  says: 'The storage of the registry is gone',
  server: manifestAnswer((_request, response) => send(response, 500, {}, {})),
  options: ({ host }) => ({ images: [`${host}/team/img:latest`] }),
  peers: false,
  named: /fault in this repository/,
  first: 'KR-REG-003',
  variant: 'repository'
});
