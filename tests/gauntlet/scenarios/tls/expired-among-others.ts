import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Of two CAs in the file the one that counts has run out',
  ca: ({ pem }) => pem('other-root') + pem('expired-root'),
  chain: ['leaf-of-expired-root'],
  first: 'KR-TLS-011',
  variant: 'mounted',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /expired/i,
  logins: 0
});
