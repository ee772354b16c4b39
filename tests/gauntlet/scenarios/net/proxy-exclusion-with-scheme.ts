import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'NO_PROXY holds the registry with its scheme',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: 'https://registry.test' }),
  named: /proxy/i,
  first: 'KR-NET-011',
  logins: 0
});
