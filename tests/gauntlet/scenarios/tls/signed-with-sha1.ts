import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate is signed with SHA-1',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-sha1'],
  first: 'KR-TLS-023',
  consumers: { sdk: 'fails' },
  named: /sha-?1/i
});
