import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'docker logout left an empty entry of Docker Hub',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic() }, 'https://index.docker.io/v1/': {} } }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
