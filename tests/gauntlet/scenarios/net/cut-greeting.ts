import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A firewall that inspects traffic breaks off within the encrypted greeting',
  server: { kind: 'cuts-greeting' },
  named: /(?:cut|reset|EOF|closed).*(?:greeting|handshake)/i,
  first: 'KR-NET-009',
  variant: 'handshake',
  outcomes: { 'net.port': 'pass' }
});
