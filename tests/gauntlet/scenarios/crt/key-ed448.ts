import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA has an Ed448 key',
  ca: ({ pem }) => pem('root-ed448'),
  chain: ['leaf-of-root-ed448'],
  first: 'KR-CRT-018',
  consumers: { builder: 'fails' },
  named: /ed448|kind of (its )?key/i
});
