import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key as the guide writes it, with scheme and slash',
  config: ({ host, basic }) => ({ auths: { [`https://${host}/`]: { auth: basic() } } }),
  first: null
});
