import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file was copied from a computer with Docker Desktop',
  config: ({ host }) => ({ auths: { [host]: {} }, credsStore: 'desktop' }),
  named: /program|docker-credential-desktop/,
  first: 'KR-CFG-016',
  consumers: { sdk: 'fails', builder: 'fails' }
});
