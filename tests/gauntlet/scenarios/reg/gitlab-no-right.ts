import { gitlab } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'GitLab: the login service refuses a token for the project',
  server: gitlab(false).registry,
  options: ({ host }) => ({ images: [`${host}/team/img:latest`] }),
  beside: { 'gitlab.test': { server: gitlab(false).service } },
  peers: false,
  named: /no right to pull/,
  first: 'KR-REG-015',
  variant: 'login-service'
});
