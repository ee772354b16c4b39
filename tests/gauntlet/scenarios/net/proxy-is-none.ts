import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'What the variable names is no proxy',
  proxy: { kind: 'text' },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy }),
  named: /proxy/i,
  first: 'KR-NET-011',
  variant: 'not-http',
  logins: 0
});
