import { refuse } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';
import { uploadAnswer } from '../../registries.ts';

export default scenario({
  says: 'The disk of the registry is full',
  server: uploadAnswer((_request, response) => refuse(response, 507, 'UNKNOWN')),
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  peers: false,
  named: /full/,
  first: 'KR-REG-018',
  variant: 'full',
  consumers: { builder: 'fails' }
});
