import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'NO_PROXY names the range of addresses, but the registry is called by its name',
  proxy: { status: 403 },
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy, NO_PROXY: 'localhost,127.0.0.0/8,10.0.0.0/8' }),
  named: /range of addresses/,
  first: 'KR-NET-011',
  consumers: { sdk: 'fails', builder: 'unknown' },
  logins: 0
});
