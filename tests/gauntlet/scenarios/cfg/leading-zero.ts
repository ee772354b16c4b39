import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The port has a leading zero',
  config: ({ port, basic }) => ({ auths: { [`registry.test:0${port}`]: { auth: basic() } } }),
  named: /programs do not recognise/,
  first: 'KR-CFG-006',
  variant: 'spelling',
  consumers: { builder: 'fails' }
});
