import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'There is no way to the address',
  options: ({ port }) => ({ resolve: [{ host: 'registry.test', port, address: '127.255.255.255' }] }),
  peers: false,
  named: /no way to/,
  first: 'KR-NET-008'
});
