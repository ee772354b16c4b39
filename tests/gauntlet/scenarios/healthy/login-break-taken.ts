import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry takes the password with the line break at its end: it was set like that',
  server: { login: { user: 'robot-kaptain', password: 'canary-Pa55word\n' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
