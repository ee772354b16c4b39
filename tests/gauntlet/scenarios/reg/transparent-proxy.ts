import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A proxy in between wants a login',
  server: always(407, { 'proxy-authenticate': 'Basic realm="x"' }),
  named: /proxy or portal|Proxy Authentication/i,
  first: 'KR-REG-002',
  variant: 'portal',
  logins: 0
});
