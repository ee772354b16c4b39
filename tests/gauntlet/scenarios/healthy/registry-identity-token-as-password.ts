import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A login service without exchange takes the identity token as a password',
  server: { auth: 'bearer', tokens: { identity: 'canary-identity' } },
  config: ({ host }) => ({ auths: { [host]: { identitytoken: 'canary-identity' } } }),
  peers: false,
  first: null,
  consumers: { builder: 'ok' }
});
