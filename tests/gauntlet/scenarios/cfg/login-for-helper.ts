import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login stands under "credHelpers": it must not be shown as the name of a program',
  config: ({ host, basic }) => ({ auths: {}, credHelpers: { [host]: basic() } }),
  named: /may be a login/,
  first: 'KR-CFG-016',
  variant: 'unnamed',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
