import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name of the registry ends in a dot',
  config: ({ port, basic }) => ({ auths: { [`registry.test.:${port}`]: { auth: basic() } } }),
  named: /programs do not recognise/,
  first: 'KR-CFG-006',
  variant: 'spelling',
  consumers: { builder: 'fails' }
});
