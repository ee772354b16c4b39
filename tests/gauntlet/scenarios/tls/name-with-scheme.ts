import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The scheme was written into the certificate',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-with-scheme'],
  first: 'KR-TLS-006',
  variant: 'spelling',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /scheme|misspelled/i,
  logins: 0
});
