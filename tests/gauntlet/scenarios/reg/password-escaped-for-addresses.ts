import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The password was escaped as for a web address before it was encoded',
  server: { login: { user: 'robot-kaptain', password: 'canary@Pa55/w+rd' } },
  config: ({ host, basic, user, password }) => ({
    auths: { [host]: { auth: basic(user, encodeURIComponent(password)) } }
  }),
  named: /%/,
  first: 'KR-REG-010',
  variant: 'escaped',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 1
});
