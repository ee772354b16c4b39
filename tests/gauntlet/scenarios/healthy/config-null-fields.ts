import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Fields that are not used are null',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic(), email: null } },
    HttpHeaders: null,
    credHelpers: null
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
