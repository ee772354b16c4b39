import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy wants a login',
  proxy: { login: 'proxy-user:proxy-Pa55word' },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy }),
  named: /proxy/i,
  first: 'KR-NET-011',
  variant: 'login-needed',
  logins: 0
});
