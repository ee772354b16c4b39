import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry stands there with http:// and https://, and chance decides',
  config: ({ host, user, basic }) => ({
    auths: { [`https://${host}`]: { auth: basic() }, [`http://${host}`]: { auth: basic(user, 'old-Pa55word') } }
  }),
  named: /listed more than once/,
  first: 'KR-CFG-018',
  consumers: { sdk: 'unknown', builder: 'unknown' }
});
