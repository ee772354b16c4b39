import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login request ends within a quotation mark',
  server: { challenge: realm => `Bearer realm="${realm}` },
  named: /malformed|Failed to parse/,
  first: 'KR-REG-006',
  variant: 'malformed',
  logins: 0
});
