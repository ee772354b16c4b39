import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy answers with a fault of its own',
  proxy: { status: 500 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy }),
  named: /proxy/i,
  first: 'KR-NET-011',
  variant: 'no-way',
  logins: 0
});
