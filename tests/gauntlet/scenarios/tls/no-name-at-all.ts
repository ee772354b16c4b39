import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate names no host',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-no-name'],
  first: 'KR-TLS-006',
  variant: 'no-names',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /no host|not valid for any/i,
  logins: 0
});
