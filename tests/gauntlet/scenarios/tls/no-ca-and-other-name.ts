import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two faults at once: no CA file, and the certificate is for another name',
  ca: null,
  chain: ['leaf-other-name'],
  named: /no CA file|another name/i,
  first: 'KR-FIL-008',
  also: ['KR-TLS-006'],
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
