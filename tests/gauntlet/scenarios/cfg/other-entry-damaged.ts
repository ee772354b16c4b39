import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An entry of another registry is damaged, and nothing works',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic() }, 'old.corp.test': { auth: '%%%' } } }),
  named: /old\.corp\.test/,
  first: 'KR-CFG-023',
  consumers: { builder: 'fails' }
});
