import { refuse } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';
import { tokenAnswer } from '../../registries.ts';

export default scenario({
  says: 'The login service has a fault',
  server: tokenAnswer((_request, response) => refuse(response, 500, 'UNKNOWN')),
  named: /login service .*has a fault|token.*500/,
  first: 'KR-REG-003',
  variant: 'login-service',
  logins: 1
});
