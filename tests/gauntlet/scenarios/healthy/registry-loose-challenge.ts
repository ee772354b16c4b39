import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login request has odd letters, blanks and empty parts',
  server: { challenge: () => 'bASIC  REALM = "a, \\"b\\"" ,charset="UTF-8"' },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 2
});
