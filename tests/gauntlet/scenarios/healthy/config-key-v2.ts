import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key ends in /v2/',
  config: ({ host, basic }) => ({ auths: { [`https://${host}/v2/`]: { auth: basic() } } }),
  first: null,
  consumers: { sdk: 'unknown', builder: 'ok' }
});
