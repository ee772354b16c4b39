import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A token registry whose tokens nobody else can read',
  server: { auth: 'bearer', tokens: { form: 'opaque' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 3
});
