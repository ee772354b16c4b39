import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The digest was cut while copying',
  options: ({ host }) => ({ images: [`${host}/team/img@sha256:abc`] }),
  peers: false,
  named: /image/,
  first: 'KR-REG-020',
  variant: 'digest'
});
