import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service knows no identity tokens',
  server: { auth: 'bearer' },
  config: ({ host }) => ({ auths: { [host]: { auth: 'PHRva2VuPjo=', identitytoken: 'canary-identity' } } }),
  peers: false,
  named: /identity token/,
  first: 'KR-REG-025',
  variant: 'identity-token',
  logins: 2
});
