import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Both variables were empty when the login was encoded',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic('', '') } } }),
  named: /incomplete|invalid auth/,
  first: 'KR-CFG-014',
  consumers: { sdk: 'fails', builder: 'fails' }
});
