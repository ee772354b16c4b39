import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two faults at once: nothing listens there, and the entry is for another registry',
  server: { kind: 'refuses' },
  config: ({ basic }) => ({ auths: { 'harbor.corp.test': { auth: basic() } } }),
  named: /no program|refused|nothing/i,
  first: 'KR-NET-006',
  consumers: { sdk: 'fails', builder: 'unknown' },
  logins: 0
});
