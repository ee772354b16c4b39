import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'An account of the company domain, a password with colon, blank and umlaut',
  server: { login: { user: 'CORP\\jane.doe', password: 'canary: für "Pa55" %41 word ' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
