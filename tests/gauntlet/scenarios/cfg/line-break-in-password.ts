import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Encoded with echo instead of printf',
  config: ({ host, user, password, basic }) => ({ auths: { [host]: { auth: basic(user, `${password}\n`) } } }),
  named: /line break/,
  first: 'KR-CFG-011',
  consumers: { sdk: 'fails', builder: 'fails' }
});
