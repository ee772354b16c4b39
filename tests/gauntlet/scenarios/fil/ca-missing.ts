import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA was never mounted, and the registry has a private one',
  ca: null,
  named: /no CA file/,
  first: 'KR-FIL-008',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
