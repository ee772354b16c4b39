import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'There is no Docker config at all',
  config: null,
  named: /no Docker config/,
  first: 'KR-FIL-001'
});
