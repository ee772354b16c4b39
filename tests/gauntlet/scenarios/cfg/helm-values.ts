import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The values for a Helm chart instead of the Docker config',
  config: ({ host, user, password }) => ({ imageCredentials: { registry: host, username: user, password } }),
  named: /no login|no registry/,
  first: 'KR-CFG-005',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
