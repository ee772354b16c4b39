import { refuse } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';
import { tokenAnswer } from '../../registries.ts';

export default scenario({
  says: 'The login service has locked the account',
  server: tokenAnswer((_request, response) => refuse(response, 403, 'DENIED')),
  named: /login service forbids|denied/i,
  first: 'KR-REG-012',
  variant: 'login-service',
  logins: 1
});
