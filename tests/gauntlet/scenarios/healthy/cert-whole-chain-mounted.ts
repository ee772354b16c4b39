import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Everything is in the CA file, from the server certificate to the root; the server sends only its own',
  ca: ({ pem }) => pem('leaf-of-issuing') + pem('issuing') + pem('root-rsa'),
  chain: ['leaf-of-issuing'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
