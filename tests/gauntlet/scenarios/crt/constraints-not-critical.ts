import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA mark is not critical: newer Python refuses it',
  ca: ({ pem }) => pem('root-not-critical'),
  chain: ['leaf-of-root-not-critical'],
  first: 'KR-CRT-019',
  consumers: { builder: 'ok' },
  named: /basicconstraints|critical/i
});
