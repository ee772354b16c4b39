import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The proxy variable lost its host',
  environment: { HTTPS_PROXY: 'http://:3128' },
  named: /proxy/i,
  first: 'KR-NET-011',
  variant: 'unusable',
  peers: false,
  logins: 0
});
