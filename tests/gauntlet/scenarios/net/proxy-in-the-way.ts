import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A proxy is set, and the registry is not excluded',
  environment: { HTTPS_PROXY: 'http://127.0.0.1:9' },
  named: /proxy/i,
  first: 'KR-NET-010',
  variant: 'failing',
  also: ['KR-NET-006'],
  logins: 0
});
