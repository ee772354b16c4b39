import { dial } from '../../../../src/node/registry/socket.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry is called by one word without a dot or port: in an image name that means Docker Hub',
  ask: ['registry'],
  config: ({ basic }) => ({ auths: { registry: { auth: basic() } } }),
  options: { resolve: [{ host: 'registry', port: 443, address: '127.0.0.1' }] },
  network: ({ port }) => ({ dial: (address, _port, limit) => dial(address, port, limit) }),
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-short-name'],
  peers: false,
  named: /Docker Hub/,
  first: 'KR-NET-019',
  consumers: { builder: 'fails' }
});
