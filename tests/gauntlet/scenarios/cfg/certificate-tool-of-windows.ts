import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login was encoded with certutil, which writes the lines of a certificate around it',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: `-----BEGIN CERTIFICATE-----\r\n${basic()}\r\n-----END CERTIFICATE-----\r\n` } }
  }),
  named: /certutil/,
  first: 'KR-CFG-009',
  consumers: { builder: 'fails' },
  logins: 0
});
