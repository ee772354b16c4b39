import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Pods of Jobs may only ask the name service',
  cluster: 'jobs-restricted',
  peers: false,
  named: /network policy restricts the image builder/,
  first: 'KR-NET-015',
  variant: 'jobs-only',
  consumers: { sdk: 'ok', builder: 'unknown' },
  questions: 2
});
