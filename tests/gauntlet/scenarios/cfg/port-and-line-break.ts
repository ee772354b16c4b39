import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two faults: the entry lacks the port, and its password ends in a line break',
  config: ({ basic, user, password }) => ({ auths: { 'registry.test': { auth: basic(user, `${password}\n`) } } }),
  named: /not for registry\.test:/,
  first: 'KR-CFG-007',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
