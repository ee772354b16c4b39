import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The new CA was mounted before its time',
  ca: ({ pem }) => pem('future-root'),
  chain: ['leaf-of-future-root'],
  first: 'KR-CRT-009',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /not valid yet|not yet valid/i,
  logins: 0
});
