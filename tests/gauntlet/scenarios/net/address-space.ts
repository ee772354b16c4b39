import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A blank was copied with the address',
  ask: ({ host }) => [`${host} `],
  peers: false,
  named: /space/,
  first: 'KR-NET-002',
  variant: 'space',
  logins: 0
});
