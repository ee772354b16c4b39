import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Half of the name stands in NO_PROXY',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: 'istry.test' }),
  named: /proxy/i,
  first: 'KR-NET-011',
  also: ['KR-NET-016'],
  logins: 0
});
