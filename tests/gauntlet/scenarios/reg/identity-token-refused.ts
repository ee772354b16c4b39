import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The identity token has been withdrawn',
  server: { auth: 'bearer', tokens: { exchange: true, identity: 'another' } },
  config: ({ host }) => ({ auths: { [host]: { auth: 'PHRva2VuPjo=', identitytoken: 'canary-identity' } } }),
  peers: false,
  named: /refuses the login/,
  first: 'KR-REG-010',
  variant: 'login-service',
  logins: 1
});
