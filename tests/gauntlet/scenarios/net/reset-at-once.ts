import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A firewall resets the connection as it is opened',
  options: ({ port }) => ({ resolve: [{ host: 'registry.test', port, address: '10.20.30.40' }] }),
  network: { dial: () => Promise.resolve({ outcome: 'reset', errorClass: 'ECONNRESET' }) },
  peers: false,
  named: /is cut/,
  first: 'KR-NET-009',
  consumers: { sdk: 'fails', builder: 'unknown' }
});
