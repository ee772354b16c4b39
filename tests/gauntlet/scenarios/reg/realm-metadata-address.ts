import { scenario } from '../../scenario.ts';

export default scenario({
  says: "The login service is the address of the cloud's own services",
  server: { auth: 'bearer', realm: () => 'https://169.254.169.254/token' },
  peers: false,
  named: /suspicious|link-local/,
  first: 'KR-REG-009',
  variant: 'private-address',
  logins: 0
});
