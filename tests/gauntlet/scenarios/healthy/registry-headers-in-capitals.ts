import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry writes its headers in capital letters and asks with a scheme in small ones',
  server: {
    headers: { 'DOCKER-DISTRIBUTION-API-VERSION': 'registry/2.0' },
    challenge: () => 'basic realm=Registry, charset="UTF-8"'
  },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
