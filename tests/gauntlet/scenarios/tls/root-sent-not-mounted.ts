import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The root is sent, and no CA file is there',
  ca: null,
  chain: ['leaf-of-root-rsa', 'root-rsa'],
  first: 'KR-FIL-008',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /no (registry )?CA|CA file/i,
  logins: 0
});
