import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key begins with oci://, as helm writes it',
  config: ({ host, basic }) => ({ auths: { [`oci://${host}`]: { auth: basic() } } }),
  named: /does not recognise the name/,
  first: 'KR-CFG-008',
  consumers: { builder: 'fails' }
});
