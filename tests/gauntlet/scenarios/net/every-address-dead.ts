import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'None of the addresses of the name is served',
  options: ({ port }) => ({
    resolve: ['127.0.0.2', '127.0.0.3'].map(address => ({ host: 'registry.test', port, address }))
  }),
  peers: false,
  named: /refused/,
  first: 'KR-NET-006',
  logins: 0
});
