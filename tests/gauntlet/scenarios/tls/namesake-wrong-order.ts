import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two CAs of one name without key identifiers, the right one second',
  ca: ({ pem }) => pem('namesake-first') + pem('namesake-second'),
  chain: ['leaf-of-namesake-second'],
  first: 'KR-TLS-004',
  variant: 'order-in-file',
  consumers: { sdk: 'fails' },
  named: /first|order/i
});
