import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Only the intermediate was mounted',
  ca: ({ pem }) => pem('intermediate'),
  chain: ['leaf-of-intermediate', 'intermediate'],
  first: 'KR-CRT-011',
  consumers: { builder: 'ok' },
  named: /root/i
});
