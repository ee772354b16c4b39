import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA has a critical extension that nobody knows',
  ca: ({ pem }) => pem('root-unknown-demand'),
  chain: ['leaf-of-root-unknown-demand'],
  first: 'KR-CRT-014',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /critical|extension/i,
  logins: 0
});
