import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name has an IPv6 address that nobody serves',
  options: { resolve: [] },
  network: { lookup: () => Promise.resolve(['::1', '127.0.0.1']) },
  peers: false,
  named: /all of its addresses/,
  first: 'KR-NET-012',
  consumers: { sdk: 'ok', builder: 'ok' }
});
