import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Bearer and Basic are offered, Bearer first',
  server: { auth: 'bearer', challenge: (_realm, bearer) => [bearer, 'Basic realm="Registry"'] },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
