import { IN_POD } from '../../mounted.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Docker config was copied to the workspace volume by hand',
  environment: IN_POD,
  named: /copied file/,
  first: 'KR-FIL-011'
});
