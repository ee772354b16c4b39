import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two faults at once: the certificate has run out, and it is for another name',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-expired-other-name'],
  named: /another name/,
  first: 'KR-TLS-006',
  also: ['KR-TLS-010'],
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
