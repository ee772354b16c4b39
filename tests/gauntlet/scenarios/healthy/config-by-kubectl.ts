import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'kubectl create secret docker-registry wrote it: user name, password, e-mail and auth, with the address as it was typed',
  config: ({ host, user, password, basic }) => ({
    auths: { [`https://${host}/v2/`]: { username: user, password, email: 'jane@corp.test', auth: basic() } }
  }),
  first: null,
  consumers: { sdk: 'unknown', builder: 'ok' }
});
