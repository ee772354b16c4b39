import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Headers without a login are set',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic() } },
    HttpHeaders: { 'X-Meta-Source-Client': 'notebook' }
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
