import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The intermediate has a key that Go does not know',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-of-intermediate-secp256k1', 'intermediate-secp256k1'],
  first: 'KR-TLS-022',
  consumers: { builder: 'fails' },
  named: /secp256k1|curve/i
});
