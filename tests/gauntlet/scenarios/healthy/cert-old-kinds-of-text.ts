import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name of the CA is written in old kinds of text',
  ca: ({ pem }) => pem('root-old-text'),
  chain: ['leaf-of-root-old-text'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
