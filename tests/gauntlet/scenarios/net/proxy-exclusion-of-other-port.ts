import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'NO_PROXY holds the registry with another port',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: 'registry.test:443' }),
  named: /proxy/i,
  first: 'KR-NET-011',
  logins: 0
});
