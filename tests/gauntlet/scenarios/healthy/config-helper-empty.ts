import { scenario } from '../../scenario.ts';

export default scenario({
  says: '"credsStore" is there and empty',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic() } }, credsStore: '' }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
