import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The cluster no longer takes the token of the account',
  cluster: 'not-accepted',
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  outcomes: { 'net.policies': 'unknown' },
  questions: 1
});
