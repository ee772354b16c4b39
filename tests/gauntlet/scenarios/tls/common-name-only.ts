import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A certificate from the days before alternative names',
  chain: ['leaf-common-name-only'],
  first: 'KR-TLS-008',
  consumers: { builder: 'ok' },
  named: /common name|old place/i
});
