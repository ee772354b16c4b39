import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key usage of the CA does not allow it to sign',
  ca: ({ pem }) => pem('root-may-not-sign'),
  chain: ['leaf-of-root-may-not-sign'],
  first: 'KR-CRT-007',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /not (marked as )?a ca|may not sign|keyusage/i,
  logins: 0
});
