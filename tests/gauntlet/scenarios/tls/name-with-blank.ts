import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A blank stands before the name in the certificate',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-with-blank'],
  first: 'KR-TLS-006',
  variant: 'spelling',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /blank|misspelled/i,
  logins: 0
});
