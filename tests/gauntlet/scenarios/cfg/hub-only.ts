import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Only Docker Hub is in the file, as in every tutorial',
  config: ({ basic }) => ({ auths: { 'https://index.docker.io/v1/': { auth: basic() } } }),
  named: /no login for registry\.test/,
  first: 'KR-CFG-006',
  consumers: { sdk: 'fails', builder: 'fails' }
});
