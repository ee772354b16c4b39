import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name stands in capitals in the certificate',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-upper-case'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
