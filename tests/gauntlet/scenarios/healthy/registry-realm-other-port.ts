import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service is on the same host, on another port',
  server: {
    auth: 'bearer',
    realm: ({ beside }) => `https://registry.test:${beside['registry.test']?.port ?? 0}/token`
  },
  beside: { 'registry.test': { chain: ['leaf'], server: { auth: 'bearer' } } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
