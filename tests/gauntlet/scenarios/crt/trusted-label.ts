import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'openssl x509 -trustout wrote the CA',
  ca: ({ pem }) => pem('root').replaceAll(' CERTIFICATE-', ' TRUSTED CERTIFICATE-'),
  first: 'KR-CRT-017',
  consumers: { builder: 'fails' },
  named: /label|trusted certificate/i
});
