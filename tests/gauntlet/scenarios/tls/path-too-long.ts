import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The root allows no CA below it',
  ca: ({ pem }) => pem('root-flat'),
  chain: ['leaf-of-intermediate-of-flat', 'intermediate-of-flat'],
  first: 'KR-TLS-024',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /path length/i,
  logins: 0
});
