import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The mounted certificate signed the registry’s, but is marked as no CA',
  ca: ({ pem }) => pem('root-not-a-ca'),
  chain: ['leaf-of-root-not-a-ca'],
  first: 'KR-CRT-007',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /not (marked as )?a ca|may not sign/i,
  logins: 0
});
