import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A password with a smile in it',
  server: { login: { user: 'jane', password: 'canary😀Pa55' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
