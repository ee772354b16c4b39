import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The address was pasted with its scheme',
  ask: ({ host }) => [`https://${host}/`],
  peers: false,
  named: /must not start with https/,
  first: 'KR-NET-002',
  variant: 'scheme',
  logins: 0
});
