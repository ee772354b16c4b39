import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The way to the registry is overloaded',
  slow: { connection: 2500 },
  peers: false,
  named: /slow/,
  first: 'KR-NET-014',
  consumers: { sdk: 'ok', builder: 'ok' }
});
