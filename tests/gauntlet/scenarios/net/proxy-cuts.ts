import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy cuts the connection',
  proxy: { kind: 'cuts' },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy }),
  named: /proxy/i,
  first: 'KR-NET-010',
  variant: 'failing',
  also: ['KR-NET-009'],
  logins: 0
});
