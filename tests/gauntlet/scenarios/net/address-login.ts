import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'User and password stand in front of the address',
  ask: ({ host, user, password }) => [`${user}:${password}@${host}`],
  peers: false,
  named: /holds a login/,
  first: 'KR-NET-002',
  variant: 'userinfo',
  logins: 0
});
