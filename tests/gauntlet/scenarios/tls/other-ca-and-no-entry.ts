import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two faults at once: another CA, and no entry for this registry',
  chain: ['leaf-of-other'],
  config: ({ basic }) => ({ auths: { 'harbor.corp.test': { auth: basic() } } }),
  named: /no login for/,
  first: 'KR-CFG-006',
  also: ['KR-TLS-003'],
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
