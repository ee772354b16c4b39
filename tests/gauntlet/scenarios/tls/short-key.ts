import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server has an RSA key of 1024 bits',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-rsa1024'],
  first: 'KR-TLS-023',
  consumers: { sdk: 'fails' },
  named: /1024|too weak/i
});
