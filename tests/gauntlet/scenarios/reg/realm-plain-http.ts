import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login service is on plain HTTP',
  server: { auth: 'bearer', realm: ({ port }) => `http://registry.test:${port}/token` },
  first: 'KR-REG-009',
  logins: 0
});
