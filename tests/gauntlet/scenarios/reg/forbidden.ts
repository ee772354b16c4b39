import { refuse } from '../../distribution.ts';
import { scenario } from '../../scenario.ts';
import { withLogin } from '../../registries.ts';

export default scenario({
  says: 'The login is right, and access is forbidden',
  server: withLogin((_request, response) => refuse(response, 403, 'DENIED')),
  named: /forbid|denied/i,
  first: 'KR-REG-012',
  consumers: { sdk: 'fails', builder: 'fails' }
});
