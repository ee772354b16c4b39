import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login in the proxy variable is an old one',
  proxy: { login: 'proxy-user:new-Pa55word' },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy.replace('//', '//proxy-user:old-Pa55word@') }),
  named: /proxy/i,
  first: 'KR-NET-011',
  variant: 'login-needed',
  logins: 0
});
