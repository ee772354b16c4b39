import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Hub, GitHub and the private one in one file, the Hub entry signed in by the website and therefore empty',
  config: ({ host, basic }) => ({
    auths: { 'https://index.docker.io/v1/': {}, 'ghcr.io': { auth: basic('jane') }, [host]: { auth: basic() } }
  }),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
