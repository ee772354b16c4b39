import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login was pasted without encoding',
  config: ({ host, user, password }) => ({ auths: { [host]: { auth: `${user}:${password}` } } }),
  named: /not valid base64|illegal base64/,
  first: 'KR-CFG-009',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
