import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'docker logout left an empty "auths"',
  config: { auths: {} },
  named: /no login at all/,
  first: 'KR-CFG-005',
  consumers: { sdk: 'fails', builder: 'fails' }
});
