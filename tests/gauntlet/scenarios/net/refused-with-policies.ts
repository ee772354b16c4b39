import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Nothing listens, and the policies would shut the builder out as well',
  cluster: 'notebooks-only',
  server: { kind: 'refuses' },
  peers: false,
  named: /refused/,
  first: 'KR-NET-006',
  outcomes: { 'net.policies': 'unknown' }
});
