import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA Secret was made from an empty file',
  ca: '',
  named: /is empty/,
  first: 'KR-FIL-005',
  variant: 'ca',
  consumers: { sdk: 'fails' }
});
