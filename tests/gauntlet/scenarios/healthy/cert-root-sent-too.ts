import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server also sends its root',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-of-issuing', 'issuing', 'root-rsa'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
