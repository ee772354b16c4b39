import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Copied from a laptop with Docker Desktop',
  config: ({ host }) => ({ auths: { [host]: {} }, credsStore: 'desktop' }),
  named: /docker-credential-|kept by a program/,
  first: 'KR-CFG-016',
  consumers: { sdk: 'fails', builder: 'fails' }
});
