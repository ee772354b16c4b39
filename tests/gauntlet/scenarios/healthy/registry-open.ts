import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A registry that asks nobody for a login, although one is configured',
  server: { auth: 'none' },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 0
});
