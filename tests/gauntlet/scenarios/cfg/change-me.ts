import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The password is still changeme',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic('robot', 'changeme') } } }),
  named: /example/,
  first: 'KR-CFG-013',
  consumers: { sdk: 'fails', builder: 'fails' }
});
