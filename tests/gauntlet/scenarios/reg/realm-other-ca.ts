import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service has a certificate of another CA',
  server: { auth: 'bearer', realm: ({ beside }) => `https://auth.test:${beside['auth.test']?.port ?? 0}/token` },
  beside: { 'auth.test': { chain: ['leaf-auth-of-other'] } },
  named: /login service .* not trusted/,
  first: 'KR-REG-008',
  logins: 0
});
