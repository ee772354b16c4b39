import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'CA with an Ed25519 key',
  ca: ({ pem }) => pem('root-ed25519'),
  chain: ['leaf-of-root-ed25519'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
