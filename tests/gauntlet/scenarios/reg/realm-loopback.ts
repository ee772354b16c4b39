import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service is the loopback address',
  server: { auth: 'bearer', realm: ({ port }) => `https://127.0.0.1:${port}/token` },
  named: /suspicious|loopback/,
  first: 'KR-REG-009',
  variant: 'private-address',
  logins: 0
});
