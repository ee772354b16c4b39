import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate writes the name of its CA with two blanks',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-issuer-blanks'],
  first: 'KR-TLS-021',
  consumers: { builder: 'fails' },
  named: /spell|written|writes/i
});
