import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A note stands before BEGIN on the same line',
  ca: ({ pem }) => `our CA: ${pem('root')}`,
  first: 'KR-CRT-005',
  variant: 'text-before',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /before/i,
  logins: 0
});
