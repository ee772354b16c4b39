import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name of the registry is written in capital letters',
  config: ({ host, basic }) => ({ auths: { [host.toUpperCase()]: { auth: basic() } } }),
  named: /programs do not recognise/,
  first: 'KR-CFG-006',
  variant: 'spelling',
  consumers: { builder: 'fails' }
});
