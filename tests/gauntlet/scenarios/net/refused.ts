import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Nothing listens on the port',
  server: { kind: 'refuses' },
  named: /refused/i,
  first: 'KR-NET-006',
  consumers: { sdk: 'fails', builder: 'unknown' }
});
