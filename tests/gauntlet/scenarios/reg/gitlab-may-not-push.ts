import { gitlab } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'GitLab: the access token is for reading only',
  server: gitlab(false).registry,
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  beside: { 'gitlab.test': { server: gitlab(false).service } },
  peers: false,
  named: /no right to push/,
  first: 'KR-REG-016',
  variant: 'login-service',
  consumers: { builder: 'fails' }
});
