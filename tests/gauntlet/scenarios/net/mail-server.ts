import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The port is that of a mail server',
  server: { kind: 'text' },
  named: /speaks neither TLS nor HTTP|not look like a TLS/i,
  first: 'KR-NET-017'
});
