import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The home-made CA has none of the marks of a CA',
  ca: ({ pem }) => pem('root-bare'),
  chain: ['leaf-of-root-bare'],
  first: 'KR-CRT-007',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /not (marked as )?a ca|may not sign/i,
  logins: 0
});
