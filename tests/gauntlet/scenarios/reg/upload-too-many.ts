import { refuse } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';
import { uploadAnswer } from '../../registries.ts';

export default scenario({
  says: 'The limit of pushes is reached',
  server: uploadAnswer((_request, response) => refuse(response, 429, 'TOOMANYREQUESTS', { 'retry-after': '60' })),
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  peers: false,
  named: /too many/,
  first: 'KR-REG-004',
  variant: 'with-time'
});
