import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA has no key identifiers: newer Python refuses it',
  ca: ({ pem }) => pem('root-no-key-id'),
  chain: ['leaf-of-root-no-key-id'],
  first: 'KR-CRT-019',
  consumers: { builder: 'ok' },
  named: /identifier/i
});
