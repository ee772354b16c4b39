import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA has an RSA key of 1024 bits',
  ca: ({ pem }) => pem('root-rsa1024'),
  chain: ['leaf-of-root-rsa1024'],
  first: 'KR-CRT-012',
  consumers: { sdk: 'fails' },
  named: /1024|too short|too weak/i
});
