import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry is overloaded, and slow in the encrypted greeting',
  slow: { greeting: 2500 },
  peers: false,
  named: /slow/,
  first: 'KR-NET-014',
  consumers: { sdk: 'ok', builder: 'ok' }
});
