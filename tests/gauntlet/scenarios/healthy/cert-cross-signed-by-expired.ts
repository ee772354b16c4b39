import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server also sends its root as an expired old root signed it; the new root is mounted',
  ca: ({ pem }) => pem('root-p256'),
  chain: ['leaf-of-root-p256', 'root-p256-by-expired'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
