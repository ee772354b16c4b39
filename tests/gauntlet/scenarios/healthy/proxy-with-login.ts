import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A proxy is needed, and wants a login that the variable has',
  proxy: { login: 'proxy-user:proxy/Pa55' },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy.replace('//', '//proxy-user:proxy%2FPa55@') }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
