import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry signs for itself, is mounted, and has run out',
  ca: ({ pem }) => pem('self-signed-expired'),
  chain: ['self-signed-expired'],
  first: 'KR-CRT-008',
  variant: 'server',
  also: ['KR-TLS-010'],
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /expired/i,
  logins: 0
});
