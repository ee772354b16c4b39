import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server signs for itself, and has a new certificate since it was mounted',
  ca: ({ pem }) => pem('self-signed'),
  chain: ['self-signed-plain'],
  named: /new|another|other|replaced/,
  first: 'KR-TLS-014',
  variant: 'replaced',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
