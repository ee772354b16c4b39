import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The clock of the registry is two hours behind, and nothing depends on it',
  server: { headers: { date: new Date(Date.now() - 7_200_000).toUTCString() } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
