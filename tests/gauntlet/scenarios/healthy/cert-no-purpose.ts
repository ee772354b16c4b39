import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate does not say what it is for',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-no-purpose'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
