import { artifactory } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Artifactory: the key of the repository is missing in the path',
  server: artifactory,
  options: ({ host }) => ({ images: [`${host}/team/img:latest`] }),
  peers: false,
  named: /is not there/,
  first: 'KR-REG-014',
  variant: 'not-found'
});
