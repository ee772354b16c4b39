import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The cloud helper is set for this registry',
  config: ({ host }) => ({ credHelpers: { [host]: 'ecr-login' } }),
  named: /program|docker-credential-ecr-login/,
  first: 'KR-CFG-016',
  consumers: { sdk: 'fails', builder: 'fails' }
});
