import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Artifactory: the login service stands below a path of the registry itself',
  server: {
    auth: 'bearer',
    realm: ({ host }) => `https://${host}/artifactory/api/docker/docker-local/v2/token`,
    answer: request => {
      request.url = request.url?.replace('/artifactory/api/docker/docker-local/v2/token', '/token');
      return false;
    }
  },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
