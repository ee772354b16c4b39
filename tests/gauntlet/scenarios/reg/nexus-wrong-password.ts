import { nexus } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Nexus: everyone may look at /v2/, and the password is wrong',
  server: nexus,
  options: ({ host }) => ({ images: [`${host}/team/img:latest`] }),
  config: ({ host, user, basic }) => ({ auths: { [host]: { auth: basic(user, 'yesterday-Pa55word') } } }),
  peers: false,
  named: /only in a repository/,
  first: 'KR-REG-010',
  variant: 'repository'
});
