import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Half of the name in NO_PROXY is enough for Python, not for Go, and the proxy does not know the registry',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: 'istry.test' }),
  named: /different ways|Forbidden.*proxy/,
  first: 'KR-NET-016',
  variant: 'fails',
  consumers: { sdk: 'ok' }
});
