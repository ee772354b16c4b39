import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key begins with HTTPS:// in capital letters',
  config: ({ host, basic }) => ({ auths: { [`HTTPS://${host}`]: { auth: basic() } } }),
  named: /does not recognise the name/,
  first: 'KR-CFG-008',
  consumers: { builder: 'fails' }
});
