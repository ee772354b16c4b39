import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two faults at once: the login service has a certificate of another CA, and the password is wrong: it is not sent',
  server: { auth: 'bearer', realm: ({ beside }) => `https://auth.test:${beside['auth.test']?.port ?? 0}/token` },
  beside: { 'auth.test': { chain: ['leaf-auth-of-other'] } },
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic(undefined, 'old-Pa55word') } } }),
  named: /login service .* not trusted/,
  first: 'KR-REG-008',
  logins: 0
});
