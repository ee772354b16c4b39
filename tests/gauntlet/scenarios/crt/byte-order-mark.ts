import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A byte-order mark makes Go skip the CA in silence',
  ca: ({ pem }) => `\uFEFF${pem('root')}`,
  first: 'KR-CRT-017',
  consumers: { builder: 'fails' },
  named: /byte-order mark/i
});
