import { scenario } from '../../scenario.ts';

export default scenario({
  says: '"Auth" is written with a capital letter',
  config: ({ host, basic }) => ({ auths: { [host]: { Auth: basic() } } }),
  named: /capital letters/,
  first: 'KR-CFG-028'
});
