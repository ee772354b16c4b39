import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An editor put a byte-order mark before the user name',
  config: ({ host, user, basic }) => ({ auths: { [host]: { auth: basic(`\uFEFF${user}`) } } }),
  named: /invisible/,
  first: 'KR-CFG-029',
  variant: 'invisible',
  consumers: { sdk: 'fails', builder: 'fails' }
});
