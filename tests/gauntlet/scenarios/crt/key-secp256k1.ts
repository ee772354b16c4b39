import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA has a key on the curve of Bitcoin',
  ca: ({ pem }) => pem('root-secp256k1'),
  chain: ['leaf-of-root-secp256k1'],
  first: 'KR-CRT-018',
  consumers: { builder: 'fails' },
  named: /secp256k1|kind of (its )?key/i
});
