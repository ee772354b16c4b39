import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A header with a login is set for all registries',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic() } },
    HttpHeaders: { Authorization: `Basic ${basic()}` }
  }),
  named: /HttpHeaders/,
  first: 'KR-CFG-019',
  variant: 'headers'
});
