import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A password that begins with a dollar sign, as a variable of the shell does',
  server: { login: { user: 'robot-kaptain', password: '$canaryPa55word' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
