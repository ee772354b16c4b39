import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry stands in NO_PROXY, but the platform also sets no_proxy, which Python prefers',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: 'registry.test', no_proxy: 'localhost,.svc' }),
  named: /NO_PROXY excludes/,
  first: 'KR-NET-018',
  variant: 'failing',
  consumers: { sdk: 'fails', builder: 'unknown' }
});
