import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'CA and server have P-256 keys',
  ca: ({ pem }) => pem('root-p256'),
  chain: ['leaf-of-root-p256'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
