import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name service never answers',
  options: { resolve: [] },
  network: { lookup: () => new Promise(() => undefined) },
  peers: false,
  named: /name service does not answer/,
  first: 'KR-NET-004',
  limitMs: 1700,
  logins: 0
});
