import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The password is wrong',
  config: ({ host, user, basic }) => ({ auths: { [host]: { auth: basic(user, 'yesterday-Pa55word') } } }),
  named: /refuses the login/,
  first: 'KR-REG-010',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 1
});
