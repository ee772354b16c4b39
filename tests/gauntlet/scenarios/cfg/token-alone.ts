import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The entry holds nothing but an identity token',
  config: ({ host, password }) => ({ auths: { [host]: { identitytoken: password } } }),
  server: { auth: 'bearer', tokens: { exchange: true, identity: 'canary-Pa55/w+rd' } },
  peers: false,
  named: /is a token/,
  first: 'KR-CFG-008',
  variant: 'token'
});
