import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two faults at once: another CA, and the certificate has run out',
  chain: ['leaf-of-other-expired'],
  named: /another CA|not certified/i,
  first: 'KR-TLS-003',
  also: ['KR-TLS-010'],
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
