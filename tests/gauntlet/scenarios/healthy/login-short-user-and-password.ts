import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Somebody really called the account user and the password password',
  server: { login: { user: 'user', password: 'password' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
