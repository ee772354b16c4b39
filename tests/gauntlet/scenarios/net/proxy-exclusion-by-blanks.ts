import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'NO_PROXY is divided by blanks instead of commas',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: 'other.test registry.test' }),
  named: /proxy/i,
  first: 'KR-NET-011',
  logins: 0
});
