import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service is a private address',
  server: { auth: 'bearer', realm: () => 'https://10.11.12.13/token' },
  peers: false,
  named: /suspicious|private/,
  first: 'KR-REG-009',
  variant: 'private-address',
  logins: 0
});
