import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy stands in ALL_PROXY: Python goes through it, Go does not',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ ALL_PROXY: proxy }),
  named: /proxy/i,
  first: 'KR-NET-011',
  also: ['KR-NET-016'],
  consumers: { sdk: 'fails', builder: 'unknown' }
});
