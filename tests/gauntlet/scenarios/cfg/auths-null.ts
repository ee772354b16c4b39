import { scenario } from '../../scenario.ts';

export default scenario({
  says: '"auths" is null',
  config: { auths: null },
  named: /no login at all/,
  first: 'KR-CFG-005',
  consumers: { sdk: 'fails', builder: 'fails' }
});
