import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Docker Hub stands there as docker.io',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic() }, 'docker.io': { auth: basic('hub', 'hub-Pa55word') } }
  }),
  named: /Docker does not look for/,
  first: 'KR-CFG-020'
});
