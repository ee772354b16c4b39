import { refuse } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';
import { withLogin } from '../../registries.ts';

export default scenario({
  says: 'The user directory behind the registry is down',
  server: withLogin((_request, response) => refuse(response, 500, 'UNKNOWN')),
  named: /once it has read the login/,
  first: 'KR-REG-003',
  variant: 'after-login',
  logins: 1
});
