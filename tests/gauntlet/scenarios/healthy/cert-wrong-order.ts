import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The chain is sent in the wrong order',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-of-intermediate-second', 'issuing', 'intermediate-second'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
