import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'User and password stand in the key',
  config: ({ host, user, password }) => ({ auths: { [`https://${user}:${password}@${host}`]: {} } }),
  named: /password stands where everybody/i,
  first: 'KR-CFG-019'
});
