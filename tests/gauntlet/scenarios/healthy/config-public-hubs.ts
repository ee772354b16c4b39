import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Docker Hub, GitHub and Quay stand beside the private registry',
  config: ({ host, basic }) => ({
    auths: {
      'https://index.docker.io/v1/': { auth: basic('hub', 'hub-Pa55word') },
      'ghcr.io': { auth: basic('gh', 'gh-Pa55word') },
      'quay.io': { auth: basic('quay', 'quay-Pa55word') },
      [host]: { auth: basic() }
    }
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
