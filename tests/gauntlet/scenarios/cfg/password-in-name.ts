import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'user:password@ stands before the name, without https://',
  config: ({ host, user, password }) => ({ auths: { [`${user}:${password}@${host}`]: {} } }),
  named: /password stands where everybody/i,
  first: 'KR-CFG-019'
});
