import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate is signed with SHA-224, which Go does not know',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-sha224'],
  first: 'KR-TLS-023',
  variant: 'unknown',
  consumers: { builder: 'fails' },
  named: /sha-?224/i
});
