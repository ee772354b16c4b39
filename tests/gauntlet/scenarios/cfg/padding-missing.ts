import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The equals sign at the end of the login was lost',
  config: ({ host, user, password, basic }) => ({
    auths: { [host]: { auth: basic(user, `${password}x`).replace(/=+$/, '') } }
  }),
  named: /"=" signs|illegal base64|Incorrect padding/,
  first: 'KR-CFG-009',
  variant: 'padding',
  consumers: { builder: 'fails' }
});
