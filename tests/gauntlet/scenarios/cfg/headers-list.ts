import { scenario } from '../../scenario.ts';

export default scenario({
  says: '"HttpHeaders" is a list',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic() } }, HttpHeaders: ['X-Meta: a'] }),
  named: /HttpHeaders/,
  first: 'KR-CFG-027',
  consumers: { builder: 'fails' }
});
