import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A stranger stands in the chain',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-of-issuing', 'root-p384', 'issuing'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
