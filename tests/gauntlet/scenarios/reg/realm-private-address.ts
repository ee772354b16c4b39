import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service is a private address',
  server: { auth: 'bearer', realm: () => 'https://10.11.12.13/token' },
  first: 'KR-REG-009',
  logins: 0
});
