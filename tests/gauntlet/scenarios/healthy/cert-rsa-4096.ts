import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'CA and server have RSA keys of 4096 bits',
  ca: ({ pem }) => pem('root-rsa4096'),
  chain: ['leaf-of-root-rsa4096'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
