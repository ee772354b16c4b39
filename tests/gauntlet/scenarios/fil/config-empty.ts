import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Secret was made from an empty file',
  config: '',
  named: /is empty/,
  first: 'KR-FIL-005'
});
