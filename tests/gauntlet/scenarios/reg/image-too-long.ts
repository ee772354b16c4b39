import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The image name is far too long',
  options: ({ host }) => ({ images: [`${host}/${'a'.repeat(300)}`] }),
  peers: false,
  named: /too long/,
  first: 'KR-REG-020',
  variant: 'too-long'
});
