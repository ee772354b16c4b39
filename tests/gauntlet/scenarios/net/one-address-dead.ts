import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Of two addresses of the name one is dead',
  options: ({ port }) => ({
    resolve: ['127.0.0.2', '127.0.0.1'].map(address => ({ host: 'registry.test', port, address }))
  }),
  peers: false,
  named: /all of its addresses/,
  first: 'KR-NET-012',
  consumers: { sdk: 'ok', builder: 'ok' }
});
