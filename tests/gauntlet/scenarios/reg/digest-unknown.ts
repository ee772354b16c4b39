import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The digest of the base image is not there any more',
  options: ({ host }) => ({ images: [`${host}/team/img@sha256:${'0'.repeat(64)}`] }),
  peers: false,
  named: /is not there/,
  first: 'KR-REG-014'
});
