import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The two Secrets were swapped: the Docker config holds the certificate, and the CA file the login',
  config: ({ pem }) => pem('root'),
  ca: ({ host, basic }) => ({ auths: { [host]: { auth: basic() } } }),
  named: /certificate/,
  first: 'KR-CFG-001',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
