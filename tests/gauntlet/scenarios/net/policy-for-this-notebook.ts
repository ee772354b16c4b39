import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Everything is shut, and this one notebook may go out',
  cluster: 'this-notebook-only',
  peers: false,
  named: /network policy may keep the image builder/,
  first: 'KR-NET-015',
  consumers: { sdk: 'ok', builder: 'unknown' },
  questions: 2
});
