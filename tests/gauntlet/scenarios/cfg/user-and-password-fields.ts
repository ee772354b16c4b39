import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login stands in two fields instead of "auth"',
  config: ({ host, user, password }) => ({ auths: { [host]: { username: user, password } } }),
  named: /form that not every program reads/,
  first: 'KR-CFG-008',
  variant: 'two-fields'
});
