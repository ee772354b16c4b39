import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The address of the login service has a query of its own',
  server: { auth: 'bearer', realm: ({ host }) => `https://${host}/token?tenant=team` },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
