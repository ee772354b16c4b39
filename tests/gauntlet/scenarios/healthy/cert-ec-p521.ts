import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server has a P-521 key',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-p521'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
