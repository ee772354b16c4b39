import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The intermediate ran out, the certificate itself is good',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-of-intermediate-expired', 'intermediate-expired'],
  first: 'KR-TLS-011',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /issuing.*(ended|expired)|expired/i,
  logins: 0
});
