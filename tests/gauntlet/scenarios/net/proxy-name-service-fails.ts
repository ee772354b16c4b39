import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name service does not answer for the proxy',
  environment: { HTTPS_PROXY: 'http://proxy.corp.test:3128' },
  network: { lookup: () => Promise.reject(Object.assign(new Error(), { code: 'EAI_AGAIN' })) },
  peers: false,
  named: /proxy/,
  first: 'KR-NET-010',
  variant: 'failing',
  also: ['KR-NET-004'],
  logins: 0
});
