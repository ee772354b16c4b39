import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A slash too many stands in the name',
  options: ({ host }) => ({ images: [`${host}/team//img`] }),
  peers: false,
  named: /image/,
  first: 'KR-REG-020'
});
