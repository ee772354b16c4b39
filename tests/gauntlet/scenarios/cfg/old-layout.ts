import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registries stand at the top level, as in .dockercfg',
  config: ({ host, basic }) => ({ [host]: { auth: basic(), email: 'ann@corp.test' } }),
  named: /old \.dockercfg/,
  first: 'KR-CFG-004',
  consumers: { builder: 'fails' }
});
