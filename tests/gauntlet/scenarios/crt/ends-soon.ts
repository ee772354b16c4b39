import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA ends in twelve days',
  ca: ({ pem }) => pem('root-soon'),
  chain: ['leaf-of-root-soon'],
  first: 'KR-CRT-010',
  consumers: { builder: 'ok' },
  named: /expires|ends/i
});
