import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A blank was copied with the password',
  config: ({ host, basic, user, password }) => ({ auths: { [host]: { auth: basic(user, `${password} `) } } }),
  named: /blank/,
  first: 'KR-REG-010',
  variant: 'blank',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 1
});
