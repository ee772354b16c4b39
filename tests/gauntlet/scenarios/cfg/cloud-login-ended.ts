import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login of aws ecr get-login-password has run out',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic('AWS', 'old-Pa55word') } } }),
  named: /run out|expired/,
  first: 'KR-CFG-021',
  variant: 'refused',
  consumers: { sdk: 'fails', builder: 'fails' }
});
