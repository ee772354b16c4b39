import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two faults at once: the CA has run out, and the password ends in a line break',
  ca: ({ pem }) => pem('expired-root'),
  chain: ['leaf-of-expired-root'],
  config: ({ host, basic, user, password }) => ({ auths: { [host]: { auth: basic(user, `${password}\n`) } } }),
  named: /line break/,
  first: 'KR-CFG-011',
  also: ['KR-CRT-008'],
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
