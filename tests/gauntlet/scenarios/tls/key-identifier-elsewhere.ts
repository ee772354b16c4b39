import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate points to another key of its CA',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-wrong-key-id'],
  first: 'KR-TLS-004',
  variant: 'key-ids',
  consumers: { sdk: 'fails' },
  named: /key identifier|another key/i
});
