import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'There is no way to the proxy',
  environment: { HTTPS_PROXY: 'http://10.20.30.40:3128' },
  network: { dial: () => Promise.resolve({ outcome: 'unreachable', errorClass: 'EHOSTUNREACH' }) },
  peers: false,
  named: /proxy/,
  first: 'KR-NET-010',
  variant: 'failing',
  also: ['KR-NET-008'],
  logins: 0
});
