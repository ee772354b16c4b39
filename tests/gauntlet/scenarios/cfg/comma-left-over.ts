import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A comma was left after the last entry',
  config: ({ host, basic }) => `{"auths": {"${host}": {"auth": "${basic()}"},}}`,
  named: /comma|looking for beginning of object key/,
  first: 'KR-CFG-001',
  variant: 'comma',
  consumers: { sdk: 'fails', builder: 'fails' }
});
