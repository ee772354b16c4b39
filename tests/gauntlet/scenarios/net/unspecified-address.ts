import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The address is the one that servers listen on',
  ask: ['0.0.0.0:5000'],
  config: ({ basic }) => ({ auths: { '0.0.0.0:5000': { auth: basic() } } }),
  peers: false,
  named: /no other machine/,
  first: 'KR-NET-005',
  outcomes: { 'net.port': 'skipped' }
});
