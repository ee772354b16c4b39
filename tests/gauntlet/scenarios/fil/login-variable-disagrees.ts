import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'DOCKER_AUTH_CONFIG holds an old password',
  environment: ({ host, basic }) => ({
    DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { [host]: { auth: basic('ann', 'old-Pa55word') } } })
  }),
  peers: false,
  named: /holds other logins/,
  first: 'KR-FIL-014',
  variant: 'auth-config'
});
