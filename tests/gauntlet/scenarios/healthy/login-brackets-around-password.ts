import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A password in angle brackets, because the generator liked them',
  server: { login: { user: 'robot-kaptain', password: '<canary/Pa55word>' } },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
