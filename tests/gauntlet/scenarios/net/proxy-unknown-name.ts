import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name of the proxy does not exist',
  environment: { HTTPS_PROXY: 'http://proxy.invalid:3128' },
  named: /proxy/i,
  first: 'KR-NET-010',
  variant: 'failing',
  also: ['KR-NET-003'],
  logins: 0
});
