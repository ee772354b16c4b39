import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry says no more than "Basic"',
  server: { challenge: () => 'Basic' },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
