import { scenario } from '../../scenario.ts';

export default scenario({
  says: "Everything is shut, and only pods of notebooks may go out: the builder's pod may not",
  cluster: 'notebooks-only',
  peers: false,
  named: /network policy may keep the image builder/,
  first: 'KR-NET-015',
  consumers: { sdk: 'ok', builder: 'unknown' },
  questions: 2
});
