import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An access token of four thousand letters for a password',
  server: { login: { user: 'gitlab+deploy-token-7', password: `canary-${'Ab3+/'.repeat(800)}` } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
