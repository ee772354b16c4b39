import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Nothing listens at the login service',
  server: { auth: 'bearer', realm: ({ beside }) => `https://auth.test:${beside['auth.test']?.port ?? 0}/token` },
  beside: { 'auth.test': { server: { kind: 'refuses' } } },
  named: /login service .* cannot be reached|auth.test.* refused/,
  first: 'KR-REG-007',
  logins: 0
});
