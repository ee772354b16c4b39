import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A token registry that does not say how long its tokens live',
  server: { auth: 'bearer', tokens: { seconds: null } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 3
});
