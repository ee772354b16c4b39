import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service cannot be reached',
  server: { auth: 'bearer', realm: () => 'https://auth.invalid/token' },
  peers: false,
  named: /login service .* cannot be reached|no such host/,
  first: 'KR-REG-007',
  logins: 0
});
