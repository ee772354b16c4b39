import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A blank stands after the name of the registry',
  config: ({ host, basic }) => ({ auths: { [`${host} `]: { auth: basic() } } }),
  named: /programs do not recognise/,
  first: 'KR-CFG-006',
  variant: 'spelling',
  consumers: { builder: 'fails' }
});
