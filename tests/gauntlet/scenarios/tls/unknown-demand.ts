import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate has a critical extension that nobody knows',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-unknown-demand'],
  first: 'KR-TLS-025',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /critical/i,
  logins: 0
});
