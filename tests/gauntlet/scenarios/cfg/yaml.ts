import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Docker config was written in YAML',
  config: ({ host, basic }) => `auths:\n  ${host}:\n    auth: ${basic()}\n`,
  named: /not valid JSON|looking for beginning of value/,
  first: 'KR-CFG-001',
  consumers: { sdk: 'fails', builder: 'fails' }
});
