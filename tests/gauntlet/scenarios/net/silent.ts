import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The port is open and nobody answers',
  server: { kind: 'silent' },
  limitMs: 1700,
  named: /does not answer|time-?out|timed out/i,
  first: 'KR-NET-007',
  variant: 'silent',
  outcomes: { 'net.port': 'unknown' },
  consumers: { sdk: 'fails', builder: 'unknown' }
});
