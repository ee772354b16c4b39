import { quay } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Quay: the repository does not exist, and the answer says "log in"',
  server: quay,
  options: ({ host }) => ({ images: [`${host}/team/other:latest`] }),
  peers: false,
  named: /does not show/,
  first: 'KR-REG-015',
  variant: 'hidden'
});
