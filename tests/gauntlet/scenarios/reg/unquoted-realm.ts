import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The realm lacks its quotation marks',
  server: { challenge: realm => `Bearer realm=${realm},service=x` },
  named: /malformed|Failed to parse|realm scheme/,
  first: 'KR-REG-006',
  variant: 'malformed',
  logins: 0
});
