import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An identity token is exchanged for each right',
  server: { auth: 'bearer', tokens: { exchange: true, identity: 'canary-identity' } },
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic('robot', ''), identitytoken: 'canary-identity' } } }),
  peers: false,
  options: ({ host }) => ({ images: [`${host}/team/img:1.0`] }),
  outcomes: { 'reg.pull': 'pass' },
  uploads: 0,
  first: null,
  consumers: { builder: 'ok' }
});
