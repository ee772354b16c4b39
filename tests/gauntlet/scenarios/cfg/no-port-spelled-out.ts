import { dial } from '../../../../src/node/registry/socket.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry is on the usual port, and the entry spells it out',
  ask: ['registry.test'],
  config: ({ basic }) => ({ auths: { 'registry.test:443': { auth: basic() } } }),
  options: { resolve: [{ host: 'registry.test', port: 443, address: '127.0.0.1' }] },
  network: ({ port }) => ({ dial: (address, _port, limit) => dial(address, port, limit) }),
  peers: false,
  named: /not for registry\.test/,
  first: 'KR-CFG-007',
  variant: 'default-port',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
