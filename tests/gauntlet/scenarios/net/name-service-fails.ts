import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name service of the cluster says "try again", twice',
  options: { resolve: [] },
  network: { lookup: () => Promise.reject(Object.assign(new Error(), { code: 'EAI_AGAIN' })) },
  peers: false,
  named: /name service does not answer/,
  first: 'KR-NET-004',
  logins: 0
});
