import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The password was copied as stars from a web page',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic('robot', '********') } } }),
  named: /example/,
  first: 'KR-CFG-013',
  consumers: { sdk: 'fails', builder: 'fails' }
});
