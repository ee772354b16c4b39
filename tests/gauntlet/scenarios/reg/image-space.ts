import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A blank stands in the image name',
  options: ({ host }) => ({ images: [`${host}/team/img :1`] }),
  peers: false,
  named: /space/,
  first: 'KR-REG-020',
  variant: 'space'
});
