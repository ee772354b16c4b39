import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login is for one project of the registry',
  config: ({ host, basic }) => ({ auths: { [`${host}/team`]: { auth: basic() } } }),
  named: /used for more than it says/,
  first: 'KR-CFG-024'
});
