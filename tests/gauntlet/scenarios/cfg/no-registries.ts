import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file holds no login at all',
  config: { auths: {} },
  named: /no login at all/,
  first: 'KR-CFG-005',
  consumers: { sdk: 'fails', builder: 'fails' }
});
