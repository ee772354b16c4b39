import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'CA with a P-384 key and SHA-384',
  ca: ({ pem }) => pem('root-p384'),
  chain: ['leaf-of-root-p384'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
