import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key begins with https://',
  config: ({ host, basic }) => ({ auths: { [`https://${host}`]: { auth: basic() } } }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
