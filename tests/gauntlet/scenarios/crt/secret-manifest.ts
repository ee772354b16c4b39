import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The whole manifest of the Secret was pasted in as the certificate',
  ca: ({ pem }) =>
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: docker-registry-certificate\ndata:\n  certificate.crt: ${Buffer.from(pem('root')).toString('base64')}\n`,
  named: /Secret/,
  first: 'KR-CRT-001',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
