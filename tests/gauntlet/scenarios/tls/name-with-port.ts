import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The port was written into the certificate',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-with-port'],
  first: 'KR-TLS-006',
  variant: 'spelling',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /port|misspelled/i,
  logins: 0
});
