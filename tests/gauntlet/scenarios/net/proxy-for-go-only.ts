import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A dot before the full name in NO_PROXY is enough for Python, not for Go, and the proxy forbids the way',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: '.registry.test' }),
  named: /different ways/,
  first: 'KR-NET-016',
  variant: 'fails',
  consumers: { sdk: 'ok', builder: 'unknown' }
});
