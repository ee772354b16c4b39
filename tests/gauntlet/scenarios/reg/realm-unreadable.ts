import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service is a path without a host',
  server: { auth: 'bearer', realm: () => '/token' },
  named: /no usable address/,
  first: 'KR-REG-009',
  variant: 'unreadable',
  logins: 0
});
