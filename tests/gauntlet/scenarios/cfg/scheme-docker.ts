import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key begins with docker://, as skopeo is called',
  config: ({ host, basic }) => ({ auths: { [`docker://${host}`]: { auth: basic() } } }),
  named: /does not recognise the name/,
  first: 'KR-CFG-008',
  consumers: { builder: 'fails' }
});
