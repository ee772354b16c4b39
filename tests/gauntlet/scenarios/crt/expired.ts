import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA has run out',
  ca: ({ pem }) => pem('expired-root'),
  chain: ['leaf-of-expired-root'],
  first: 'KR-CRT-008',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0,
  named: /expired/i
});
