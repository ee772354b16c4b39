import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server’s key is on the curve of Bitcoin',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-secp256k1'],
  first: 'KR-TLS-022',
  variant: 'key-type',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /secp256k1|kind of key|curve/i,
  logins: 0
});
