import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry is reached through a proxy; the cluster is asked directly, and its policies do not tell of that way',
  cluster: 'notebooks-only',
  proxy: {},
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy }),
  peers: false,
  also: ['KR-NET-010'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  outcomes: { 'net.policies': 'unknown' },
  questions: 2
});
