import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A firewall drops the packets',
  options: ({ port }) => ({ resolve: [{ host: 'registry.test', port, address: '10.20.30.40' }] }),
  network: { dial: () => Promise.resolve({ outcome: 'timeout', errorClass: 'ETIMEDOUT' }) },
  peers: false,
  named: /No answer from/,
  first: 'KR-NET-007',
  consumers: { sdk: 'fails', builder: 'unknown' }
});
