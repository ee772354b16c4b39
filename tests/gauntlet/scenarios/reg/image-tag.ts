import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The tag begins with a hyphen',
  options: ({ host }) => ({ images: [`${host}/team/img:-1`] }),
  peers: false,
  named: /image/,
  first: 'KR-REG-020',
  variant: 'tag'
});
