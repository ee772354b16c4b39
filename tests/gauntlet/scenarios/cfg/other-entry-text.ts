import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The entry of another registry is a text',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic() }, 'old.corp.test': 'later' } }),
  named: /old\.corp\.test/,
  first: 'KR-CFG-023',
  consumers: { builder: 'fails' }
});
