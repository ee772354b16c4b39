import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The company login is offered beside Basic',
  server: { challenge: () => ['Negotiate', 'Basic realm="Registry"'] },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 2
});
