import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name is one of many',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-many-names'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
