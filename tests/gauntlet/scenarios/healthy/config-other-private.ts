import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Another private registry stands in the file, with another login',
  config: ({ host, basic }) => ({
    auths: { 'harbor.corp.test': { auth: basic('ann', 'other-Pa55word') }, [host]: { auth: basic() } }
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
