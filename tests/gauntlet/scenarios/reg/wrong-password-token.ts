import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The token service refuses the password',
  server: { auth: 'bearer' },
  config: ({ host, user, basic }) => ({ auths: { [host]: { auth: basic(user, 'yesterday-Pa55word') } } }),
  named: /refuses the login|invalid username\/password/,
  first: 'KR-REG-010',
  variant: 'login-service',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 1
});
