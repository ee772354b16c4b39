import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'User name and password stand beside the same login in "auth"',
  config: ({ host, user, password, basic }) => ({ auths: { [host]: { auth: basic(), username: user, password } } }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
