import { scenario } from '../../scenario.ts';

export default scenario({
  says: '"auths" is a list instead of an object',
  config: ({ host, basic }) => ({ auths: [{ registry: host, auth: basic() }] }),
  named: /list of logins|cannot unmarshal array/,
  first: 'KR-CFG-027',
  variant: 'auths',
  consumers: { sdk: 'fails', builder: 'fails' }
});
