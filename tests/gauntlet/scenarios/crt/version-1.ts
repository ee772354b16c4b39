import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA is of version 1: newer Python refuses it',
  ca: ({ pem }) => pem('root-v1'),
  chain: ['leaf-of-root-v1'],
  first: 'KR-CRT-019',
  consumers: { builder: 'ok' },
  named: /basicconstraints|version/i
});
