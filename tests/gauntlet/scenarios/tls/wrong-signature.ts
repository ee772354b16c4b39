import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate was changed after it was signed',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-damaged'],
  first: 'KR-TLS-004',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /signature|another key/i,
  logins: 0
});
