import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA has no key usage: newer Python refuses it',
  ca: ({ pem }) => pem('root-no-usage'),
  chain: ['leaf-of-root-no-usage'],
  first: 'KR-CRT-019',
  consumers: { builder: 'ok' },
  named: /keyusage/i
});
