import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Windows: the quotes around user:password were encoded with it',
  config: ({ host, basic, user, password }) => ({ auths: { [host]: { auth: basic(`'${user}`, `${password}'`) } } }),
  named: /quot/,
  first: 'KR-REG-010',
  variant: 'quotes',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 1
});
