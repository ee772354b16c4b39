import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key is a pattern, as kubelet allows it',
  config: ({ port, basic }) => ({ auths: { [`*.test:${port}`]: { auth: basic() } } }),
  named: /pattern/,
  first: 'KR-CFG-006',
  variant: 'pattern',
  consumers: { builder: 'fails' }
});
