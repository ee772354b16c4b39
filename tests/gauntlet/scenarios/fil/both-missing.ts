import { IN_POD } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The notebook was started without the configuration "Private Docker Registry"',
  config: null,
  ca: null,
  environment: IN_POD,
  named: /no Docker config/,
  first: 'KR-FIL-001',
  also: ['KR-FIL-008'],
  consumers: { sdk: 'fails', builder: 'fails' }
});
