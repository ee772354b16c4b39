import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry stands there in two spellings, with the same login',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic() }, [`https://${host}`]: { auth: basic() } } }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
