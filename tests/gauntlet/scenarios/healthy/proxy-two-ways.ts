import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Python goes through the proxy, Go past it, and both arrive',
  proxy: {},
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: '*.test' }),
  also: ['KR-NET-010', 'KR-NET-016'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
