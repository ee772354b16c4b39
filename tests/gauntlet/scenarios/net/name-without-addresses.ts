import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name has an entry without addresses',
  options: { resolve: [] },
  network: { lookup: () => Promise.resolve([]) },
  peers: false,
  named: /not known here/,
  first: 'KR-NET-003',
  logins: 0
});
