import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy does not allow the registry',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy }),
  named: /proxy/i,
  first: 'KR-NET-011',
  logins: 0
});
