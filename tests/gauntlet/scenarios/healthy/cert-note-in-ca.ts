import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA has an extension that nobody knows, not critical',
  ca: ({ pem }) => pem('root-unknown-note'),
  chain: ['leaf-of-root-unknown-note'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
