import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service says nothing',
  server: { auth: 'bearer', realm: ({ beside }) => `https://auth.test:${beside['auth.test']?.port ?? 0}/token` },
  limitMs: 2600,
  beside: { 'auth.test': { server: { kind: 'silent' } } },
  named: /login service .* cannot be reached|auth.test.*time/,
  first: 'KR-REG-007',
  logins: 0
});
