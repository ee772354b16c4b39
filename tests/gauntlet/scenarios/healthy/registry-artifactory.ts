import { artifactory } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Artifactory: with the key of the repository in the path',
  server: artifactory,
  options: ({ host }) => ({ images: [`${host}/docker-local/team/img:latest`] }),
  outcomes: { 'reg.pull': 'pass' },
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
