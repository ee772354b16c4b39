import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The password was changed in one field only',
  config: ({ host, user, basic }) => ({
    auths: { [host]: { auth: basic(), username: user, password: 'new-Pa55word' } }
  }),
  named: /two different logins/,
  first: 'KR-CFG-015'
});
