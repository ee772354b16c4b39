import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name of the image has capital letters',
  options: ({ host }) => ({ images: [`${host}/Team/Model:1`] }),
  peers: false,
  named: /image/,
  first: 'KR-REG-020',
  variant: 'upper-case'
});
