import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name in the certificate ends in a dot',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-with-dot'],
  first: 'KR-TLS-006',
  variant: 'spelling',
  consumers: { sdk: 'fails', builder: 'ok' },
  named: /dot|misspelled/i
});
