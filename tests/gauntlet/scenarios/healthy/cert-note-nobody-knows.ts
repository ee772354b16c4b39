import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An extension that nobody knows, not critical',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-unknown-note'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
