import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The password ends in the line end of Windows',
  config: ({ host, user, password, basic }) => ({ auths: { [host]: { auth: basic(user, `${password}\r\n`) } } }),
  named: /line break/,
  first: 'KR-CFG-011',
  consumers: { sdk: 'fails', builder: 'fails' }
});
