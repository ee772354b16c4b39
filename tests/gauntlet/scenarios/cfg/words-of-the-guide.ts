import { scenario } from '../../scenario.ts';

export default scenario({
  says: '"user:password" of the guide was encoded as it is',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic('user', 'password') } } }),
  named: /example/,
  first: 'KR-CFG-013',
  consumers: { sdk: 'fails', builder: 'fails' }
});
