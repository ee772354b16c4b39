import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The machine of the registry is switched off',
  options: ({ port }) => ({ resolve: [{ host: 'registry.test', port, address: '10.20.30.40' }] }),
  network: { dial: () => Promise.resolve({ outcome: 'unreachable', errorClass: 'EHOSTUNREACH' }) },
  peers: false,
  named: /no way to/,
  first: 'KR-NET-008',
  consumers: { sdk: 'fails', builder: 'unknown' }
});
