import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The user name is missing before the colon',
  config: ({ host, password, basic }) => ({ auths: { [host]: { auth: basic('', password) } } }),
  named: /incomplete|invalid auth/,
  first: 'KR-CFG-014',
  variant: 'user',
  consumers: { sdk: 'fails' }
});
