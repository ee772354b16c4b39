import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server sends its certificate twice',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-of-issuing', 'leaf-of-issuing', 'issuing'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
