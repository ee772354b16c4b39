import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Empty fields for tokens beside the login, as some programs write them',
  config: ({ host, basic, user, password }) => ({
    auths: {
      [host]: {
        username: user,
        password,
        auth: basic(),
        email: '',
        serveraddress: '',
        identitytoken: '',
        registrytoken: ''
      }
    }
  }),
  first: null,
  consumers: { sdk: 'unknown', builder: 'ok' }
});
