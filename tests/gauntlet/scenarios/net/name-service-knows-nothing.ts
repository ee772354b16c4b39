import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name exists outside of the cluster only',
  options: { resolve: [] },
  network: { lookup: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })) },
  peers: false,
  named: /not known here/,
  first: 'KR-NET-003',
  logins: 0
});
