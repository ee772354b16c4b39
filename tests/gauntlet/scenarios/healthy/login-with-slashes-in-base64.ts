import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A login whose base64 holds the characters + and /',
  server: { login: { user: 'robot?>~', password: 'canary?~>ÿþ?' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
