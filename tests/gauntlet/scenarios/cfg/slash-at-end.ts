import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key ends in a slash',
  config: ({ host, basic }) => ({ auths: { [`${host}/`]: { auth: basic() } } }),
  named: /not understood by every program/,
  first: 'KR-CFG-008'
});
