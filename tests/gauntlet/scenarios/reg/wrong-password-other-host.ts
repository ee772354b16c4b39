import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service on another host refuses the password',
  server: { auth: 'bearer', realm: ({ beside }) => `https://auth.test:${beside['auth.test']?.port ?? 0}/token` },
  config: ({ host, user, basic }) => ({ auths: { [host]: { auth: basic(user, 'yesterday-Pa55word') } } }),
  beside: { 'auth.test': { server: { auth: 'bearer' } } },
  named: /refuses the login|invalid username\/password/,
  first: 'KR-REG-010',
  variant: 'login-service',
  consumers: { sdk: 'fails', builder: 'fails' }
});
