import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server has an RSA key of 4096 bits',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-rsa4096'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
