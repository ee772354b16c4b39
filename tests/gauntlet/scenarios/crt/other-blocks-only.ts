import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file holds a certificate request',
  ca: ({ pem }) => pem('root').replaceAll(' CERTIFICATE-', ' CERTIFICATE REQUEST-'),
  first: 'KR-CRT-015',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /request/i
});
