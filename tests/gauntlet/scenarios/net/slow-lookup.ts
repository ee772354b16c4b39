import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name service is overloaded',
  options: { resolve: [] },
  network: { lookup: () => Promise.resolve(['127.0.0.1']) },
  slow: { lookup: 2500 },
  peers: false,
  named: /slow/,
  first: 'KR-NET-014',
  consumers: { sdk: 'ok', builder: 'ok' }
});
