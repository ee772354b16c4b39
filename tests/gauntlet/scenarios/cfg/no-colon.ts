import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Only the password was encoded',
  config: ({ host, password }) => ({ auths: { [host]: { auth: Buffer.from(password).toString('base64') } } }),
  named: /no colon|not of the form user:password/,
  first: 'KR-CFG-010',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
