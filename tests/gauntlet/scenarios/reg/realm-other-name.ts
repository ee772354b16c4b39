import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate of the login service is for another name',
  server: { auth: 'bearer', realm: ({ beside }) => `https://auth.test:${beside['auth.test']?.port ?? 0}/token` },
  beside: { 'auth.test': { chain: ['leaf-name-only'] } },
  named: /login service .* not trusted/,
  first: 'KR-REG-008',
  logins: 0
});
