import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate is signed with MD5',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-md5'],
  first: 'KR-TLS-023',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /md5/i,
  logins: 0
});
