import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login request lacks the realm',
  server: { auth: 'bearer', challenge: () => 'Bearer service="registry.test"' },
  named: /no usable address/,
  first: 'KR-REG-009',
  variant: 'unreadable',
  logins: 0
});
