import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The way to registry and login service leads through the proxy',
  proxy: {},
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy }),
  server: { auth: 'bearer', realm: ({ beside }) => `https://auth.test:${beside['auth.test']?.port ?? 0}/token` },
  beside: { 'auth.test': { server: { auth: 'bearer' } } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
