import { scenario } from '../../scenario.ts';

export default scenario({
  says: "The name leads to the address of the cloud's own services",
  options: { resolve: [] },
  network: { lookup: () => Promise.resolve(['169.254.169.254']) },
  peers: false,
  named: /link-local/,
  first: 'KR-NET-005',
  variant: 'link-local',
  outcomes: { 'net.port': 'skipped' },
  logins: 0
});
