import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate of the server is marked as a CA',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-marked-ca'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
