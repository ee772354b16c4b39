import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate writes the name of its CA in capitals',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-issuer-case'],
  first: 'KR-TLS-021',
  consumers: { builder: 'fails' },
  named: /spell|written|writes/i
});
