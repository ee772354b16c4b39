import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A comma too many in the Docker config',
  config: ({ host, basic }) => `{"auths": {"${host}": {"auth": "${basic()}"},}}`,
  named: /not valid JSON|looking for beginning of (?:value|object)/,
  first: 'KR-CFG-001',
  consumers: { sdk: 'fails', builder: 'fails' }
});
