import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The connection is cut before any answer',
  server: { kind: 'resets' },
  named: /(?:connection|Connection).*(?:cut|reset)/,
  first: 'KR-NET-009',
  outcomes: { 'net.port': 'unknown' },
  consumers: { sdk: 'fails', builder: 'unknown' }
});
