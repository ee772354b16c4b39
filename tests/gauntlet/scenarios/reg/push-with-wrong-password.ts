import { openForReading } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Open for reading, and the password for the push is wrong',
  server: openForReading,
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  uploads: 0,
  config: ({ host, user, basic }) => ({ auths: { [host]: { auth: basic(user, 'yesterday-Pa55word') } } }),
  peers: false,
  named: /only in a repository/,
  first: 'KR-REG-010',
  variant: 'repository',
  consumers: { builder: 'fails' }
});
