import { dial } from '../../../../src/node/registry/socket.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry is on the usual port, and nobody writes it',
  ask: ['registry.test'],
  config: ({ basic }) => ({ auths: { 'registry.test': { auth: basic() } } }),
  options: { resolve: [{ host: 'registry.test', port: 443, address: '127.0.0.1' }] },
  network: ({ port }) => ({ dial: (address, _port, limit) => dial(address, port, limit) }),
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
