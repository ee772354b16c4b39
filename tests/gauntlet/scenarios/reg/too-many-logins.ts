import { refuse } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';
import { withLogin } from '../../registries.ts';

export default scenario({
  says: 'The login has used up its limit',
  server: withLogin((_request, response) => refuse(response, 429, 'TOOMANYREQUESTS', { 'retry-after': '30' })),
  named: /too many|429/i,
  first: 'KR-REG-004',
  variant: 'with-time',
  logins: 1
});
