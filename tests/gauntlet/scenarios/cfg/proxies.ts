import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file holds the proxy of the computer it was made on',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic() } },
    proxies: { default: { httpProxy: 'http://proxy.corp.test:3128' } }
  }),
  named: /proxy in the Docker config/,
  first: 'KR-CFG-022'
});
