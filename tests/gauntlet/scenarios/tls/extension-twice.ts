import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An extension stands there twice',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-twice'],
  first: 'KR-TLS-022',
  consumers: { sdk: 'fails' },
  named: /twice|duplicate/i
});
