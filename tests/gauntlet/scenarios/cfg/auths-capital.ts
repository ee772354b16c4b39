import { scenario } from '../../scenario.ts';

export default scenario({
  says: '"Auths" is written with a capital letter',
  config: ({ host, basic }) => ({ Auths: { [host]: { auth: basic() } } }),
  named: /capital letters/,
  first: 'KR-CFG-028'
});
