import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The new root, cross-signed by the old one; the new one is mounted',
  ca: ({ pem }) => pem('root-p256'),
  chain: ['leaf-of-root-p256', 'root-p256-by-old-root'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
