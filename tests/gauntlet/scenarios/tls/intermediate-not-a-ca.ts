import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The intermediate is not marked as a CA',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-of-intermediate-not-a-ca', 'intermediate-not-a-ca'],
  first: 'KR-TLS-024',
  variant: 'not-a-ca',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /not a CA/i,
  logins: 0
});
