import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Quay: a robot account with a plus in its name',
  server: { auth: 'bearer', login: { user: 'team+kaptain', password: 'CANARY0PA55WORD' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
