import { harbor } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Harbor: the project does not exist, and the answer says "log in"',
  server: harbor,
  options: ({ host }) => ({ images: [`${host}/taem/img:latest`] }),
  peers: false,
  named: /does not show/,
  first: 'KR-REG-015',
  variant: 'hidden'
});
