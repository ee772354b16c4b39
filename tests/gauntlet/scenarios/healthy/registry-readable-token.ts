import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A token registry whose tokens say what they allow',
  server: { auth: 'bearer', tokens: { form: 'jwt' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 3
});
