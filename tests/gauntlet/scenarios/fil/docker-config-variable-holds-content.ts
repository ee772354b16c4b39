import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The whole config was put into DOCKER_CONFIG, as pipelines do with DOCKER_AUTH_CONFIG: it must not be shown',
  environment: ({ host, basic }) => ({ DOCKER_CONFIG: JSON.stringify({ auths: { [host]: { auth: basic() } } }) }),
  peers: false,
  named: /DOCKER_CONFIG holds/,
  first: 'KR-FIL-014',
  variant: 'content',
  consumers: { sdk: 'ok', builder: 'ok' }
});
