import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A proxy strips the login request',
  server: { auth: 'silent-401' },
  named: /does not say how|www-authenticate/,
  first: 'KR-REG-006',
  logins: 0
});
