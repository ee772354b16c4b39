import { gitlab } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'GitLab: the host of the login service has a certificate of another CA',
  server: gitlab(true).registry,
  options: ({ host }) => ({ images: [`${host}/team/img:latest`] }),
  beside: { 'gitlab.test': { chain: ['leaf-auth-of-other'], server: gitlab(true).service } },
  peers: false,
  named: /login service .* not trusted/,
  first: 'KR-REG-008'
});
