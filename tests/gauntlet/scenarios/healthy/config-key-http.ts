import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key begins with http://, and the registry speaks TLS',
  config: ({ host, basic }) => ({ auths: { [`http://${host}`]: { auth: basic() } } }),
  first: null,
  consumers: { sdk: 'unknown', builder: 'ok' }
});
