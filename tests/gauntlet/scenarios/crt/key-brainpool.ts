import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA has a key on a Brainpool curve',
  ca: ({ pem }) => pem('root-brainpool'),
  chain: ['leaf-of-root-brainpool'],
  first: 'KR-CRT-018',
  consumers: { builder: 'fails' },
  named: /brainpool|kind of (its )?key/i
});
