import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login comes from aws ecr get-login-password',
  config: ({ host, password, basic }) => ({ auths: { [host]: { auth: basic('AWS', password) } } }),
  server: { auth: 'none' },
  named: /few hours/,
  first: 'KR-CFG-021'
});
