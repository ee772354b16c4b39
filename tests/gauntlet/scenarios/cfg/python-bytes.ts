import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Python wrote the login into the file with the b of its bytes around it',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: `b'${basic()}'` } } }),
  named: /b'|Python/,
  first: 'KR-CFG-009',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
