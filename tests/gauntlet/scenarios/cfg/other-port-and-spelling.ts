import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two near misses: one entry has capital letters, another one no port',
  config: ({ host, basic }) => ({
    auths: { [host.toUpperCase()]: { auth: basic() }, 'registry.test': { auth: basic('jane') } }
  }),
  named: /letter by letter|recognise/,
  first: 'KR-CFG-006',
  variant: 'spelling',
  consumers: { builder: 'fails' },
  logins: 0
});
