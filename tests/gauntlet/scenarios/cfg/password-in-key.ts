import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'User and password stand in the key',
  config: ({ host, user, password }) => ({ auths: { [`https://${user}:${password}@${host}`]: {} } }),
  first: 'KR-CFG-019'
});
