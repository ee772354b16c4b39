import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The port is open and nobody answers',
  server: { kind: 'silent' },
  first: 'KR-NET-007',
  consumers: { sdk: 'fails', builder: 'unknown' }
});
