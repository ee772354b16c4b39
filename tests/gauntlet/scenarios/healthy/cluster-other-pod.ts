import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The host name is not the name of the pod',
  cluster: 'no-such-pod',
  environment: { HOSTNAME: 'nb-1' },
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  outcomes: { 'net.policies': 'unknown' },
  questions: 2
});
