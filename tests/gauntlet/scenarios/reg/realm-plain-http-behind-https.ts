import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service answers without encryption',
  server: { auth: 'bearer', realm: ({ beside }) => `https://auth.test:${beside['auth.test']?.port ?? 0}/token` },
  beside: { 'auth.test': { server: { kind: 'plain-http' } } },
  named: /login service/,
  first: 'KR-REG-007',
  logins: 0
});
