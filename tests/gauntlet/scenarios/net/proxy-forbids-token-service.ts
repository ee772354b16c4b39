import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry is reached without the proxy, its login service only through it, and the proxy forbids that',
  proxy: { status: 403 },
  server: { auth: 'bearer', realm: ({ beside }) => `https://auth.test:${beside['auth.test']?.port ?? 0}/token` },
  beside: { 'auth.test': { server: { auth: 'bearer' } } },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: 'registry.test' }),
  named: /login service/i,
  first: 'KR-REG-007',
  consumers: { sdk: 'fails' },
  logins: 0
});
