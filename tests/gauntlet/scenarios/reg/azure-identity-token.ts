import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Azure: the identity token works, and ends after some hours',
  server: { auth: 'bearer', tokens: { exchange: true, identity: 'canary-identity' } },
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic('00000000-0000-0000-0000-000000000000', ''), identitytoken: 'canary-identity' } }
  }),
  outcomes: { 'reg.login': 'pass' },
  peers: false,
  named: /ends|hours|short/,
  first: 'KR-CFG-021'
});
