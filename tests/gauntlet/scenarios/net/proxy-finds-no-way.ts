import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy is outside and does not reach the registry',
  proxy: { status: 503 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy }),
  named: /proxy/i,
  first: 'KR-NET-011',
  variant: 'no-way',
  logins: 0
});
