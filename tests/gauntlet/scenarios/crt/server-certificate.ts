import { scenario } from '../../scenario.ts';

export default scenario({
  says: "The registry's own certificate was mounted instead of its CA",
  ca: ({ pem }) => pem('leaf'),
  first: 'KR-CRT-006',
  named: /own certificate/i
});
