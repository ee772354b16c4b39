import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file holds no login at all',
  config: { auths: {} },
  first: 'KR-CFG-005',
  consumers: { sdk: 'fails', builder: 'fails' }
});
