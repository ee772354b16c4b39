import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A comma too many in the Docker config',
  config: ({ host, basic }) => `{"auths": {"${host}": {"auth": "${basic()}"},}}`,
  first: 'KR-CFG-001',
  consumers: { sdk: 'fails', builder: 'fails' }
});
