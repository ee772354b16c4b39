import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Only the middle of the certificate was copied',
  ca: ({ pem }) => pem('root').replace(/-----[^-]+-----\n/g, ''),
  first: 'KR-CRT-001',
  variant: 'bare-base64',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /begin/i,
  logins: 0
});
