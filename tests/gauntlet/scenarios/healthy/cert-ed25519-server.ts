import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server has an Ed25519 key',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-ed25519'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
