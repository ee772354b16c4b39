import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry stands there twice, with an old and a new password',
  config: ({ host, user, basic }) => ({
    auths: { [host]: { auth: basic() }, [`https://${host}/`]: { auth: basic(user, 'old-Pa55word') } }
  }),
  named: /listed more than once/,
  first: 'KR-CFG-018'
});
