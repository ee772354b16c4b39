import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy accepts the connection and says nothing',
  proxy: { kind: 'silent' },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy }),
  named: /proxy/i,
  first: 'KR-NET-010',
  variant: 'failing',
  limitMs: 1700,
  also: ['KR-NET-007'],
  logins: 0
});
