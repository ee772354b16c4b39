import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The connection is cut before any answer',
  server: { kind: 'resets' },
  first: 'KR-NET-009'
});
