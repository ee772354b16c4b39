import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Of two intermediates the server sends only one',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-of-intermediate-second', 'intermediate-second'],
  first: 'KR-TLS-005',
  variant: 'stops-early',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /does not send|intermediate/i,
  logins: 0
});
