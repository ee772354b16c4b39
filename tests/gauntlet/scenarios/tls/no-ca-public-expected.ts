import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'No CA is mounted and the registry signs for itself',
  chain: ['self-signed'],
  ca: null,
  first: 'KR-FIL-008',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0,
  named: /no (registry )?CA|CA file/i
});
