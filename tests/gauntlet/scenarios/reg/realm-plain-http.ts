import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service is on plain HTTP',
  server: { auth: 'bearer', realm: ({ port }) => `http://registry.test:${port}/token` },
  named: /suspicious|realm scheme/,
  first: 'KR-REG-009',
  variant: 'plain-http',
  logins: 0
});
