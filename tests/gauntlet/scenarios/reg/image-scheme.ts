import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The image name was pasted with its scheme',
  options: ({ host }) => ({ images: [`https://${host}/team/img`] }),
  peers: false,
  named: /https:/,
  first: 'KR-REG-020',
  variant: 'scheme'
});
