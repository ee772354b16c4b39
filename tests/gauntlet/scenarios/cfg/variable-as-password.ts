import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The shell did not fill the variable before it was encoded',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic('robot', '$REGISTRY_PASSWORD') } } }),
  named: /example/,
  first: 'KR-CFG-013',
  consumers: { sdk: 'fails', builder: 'fails' }
});
