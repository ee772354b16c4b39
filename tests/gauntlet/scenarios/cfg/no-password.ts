import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The password is missing after the colon',
  config: ({ host, user, basic }) => ({ auths: { [host]: { auth: basic(user, '') } } }),
  named: /incomplete/,
  first: 'KR-CFG-014',
  variant: 'password',
  consumers: { sdk: 'fails', builder: 'fails' }
});
