import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Logins of single projects stand beside the one of the registry',
  config: ({ host, basic }) => ({
    auths: {
      [`${host}/team`]: { auth: basic() },
      [host]: { auth: basic() },
      [`${host}/other`]: { auth: basic('ann', 'x-Pa55word') }
    }
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
