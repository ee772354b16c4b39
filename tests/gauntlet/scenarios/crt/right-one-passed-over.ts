import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Of two CAs the right one does not begin its line',
  ca: ({ pem }) => `${pem('other-root')}new: ${pem('root')}`,
  first: 'KR-CRT-005',
  variant: 'one-of-several',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /passed over|begin/i,
  logins: 0
});
