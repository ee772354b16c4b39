import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key ends in /v1/, as old docker wrote it',
  config: ({ host, basic }) => ({ auths: { [`https://${host}/v1/`]: { auth: basic() } } }),
  first: null,
  consumers: { sdk: 'unknown', builder: 'ok' }
});
