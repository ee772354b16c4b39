import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The token service refuses the password',
  config: ({ host, user, basic }) => ({ auths: { [host]: { auth: basic(user, 'yesterday-Pa55word') } } }),
  server: { auth: 'bearer' },
  first: 'KR-REG-010',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 1
});
