import { scenario } from '../../scenario.ts';

export default scenario({
  says: '"proxies" is an empty object',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic() } }, proxies: {} }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
