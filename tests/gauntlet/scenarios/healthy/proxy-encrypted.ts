import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy is written with https://: nothing was tested, and it says why',
  proxy: {},
  environment: ({ proxy }) => ({ HTTPS_PROXY: proxy.replace('http:', 'https:') }),
  peers: false,
  first: null,
  also: ['KR-NET-011'],
  consumers: { sdk: 'unknown', builder: 'unknown' },
  logins: 0,
  throughProxy: 0
});
