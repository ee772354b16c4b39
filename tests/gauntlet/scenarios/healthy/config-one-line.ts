import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file is one line without an end',
  config: ({ host, basic }) => JSON.stringify({ auths: { [host]: { auth: basic() } } }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
