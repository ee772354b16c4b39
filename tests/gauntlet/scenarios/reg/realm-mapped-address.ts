import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service is a private address in the clothes of IPv6',
  server: { auth: 'bearer', realm: () => 'https://[::ffff:10.0.0.1]/token' },
  peers: false,
  named: /suspicious/,
  first: 'KR-REG-009',
  variant: 'private-address',
  logins: 0
});
