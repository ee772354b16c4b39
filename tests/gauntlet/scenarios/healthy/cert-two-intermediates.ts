import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two intermediates are sent',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-of-intermediate-second', 'intermediate-second', 'issuing'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
