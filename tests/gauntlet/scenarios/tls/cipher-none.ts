import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The server is set to ciphers that nobody offers',
  server: { tls: { maxVersion: 'TLSv1.2', ciphers: 'PSK-AES128-GCM-SHA256' } },
  first: 'KR-TLS-015',
  variant: 'ciphers',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /cipher/i,
  logins: 0
});
