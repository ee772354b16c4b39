import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An old tool wrote X509 CERTIFICATE',
  ca: ({ pem }) => pem('root').replaceAll(' CERTIFICATE-', ' X509 CERTIFICATE-'),
  first: 'KR-CRT-017',
  consumers: { builder: 'fails' },
  named: /label|x509 certificate/i
});
