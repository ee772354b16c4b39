import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Only the company login is offered',
  server: always(401, { 'www-authenticate': 'Negotiate, NTLM' }),
  named: /no kind of login/,
  first: 'KR-REG-006',
  variant: 'unknown-scheme',
  logins: 0
});
