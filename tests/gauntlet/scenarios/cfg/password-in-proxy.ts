import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy address in the file contains a password',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic() } },
    proxies: { default: { httpsProxy: 'http://ann:pr0xy-Pa55@proxy.corp.test:3128' } }
  }),
  named: /proxy address/,
  first: 'KR-CFG-019',
  variant: 'proxy',
  also: ['KR-CFG-022']
});
