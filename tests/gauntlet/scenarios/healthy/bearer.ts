import { scenario } from '../../scenario.ts';

export default scenario({
  says: "A token service on the registry's own host",
  server: { auth: 'bearer' },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
