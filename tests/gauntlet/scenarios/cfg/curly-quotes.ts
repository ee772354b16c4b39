import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A word processor made the quotes curly',
  config: ({ host, basic }) => JSON.stringify({ auths: { [host]: { auth: basic() } } }).replaceAll('"', '\u201D'),
  named: /quotes/,
  first: 'KR-CFG-001',
  variant: 'quotes',
  consumers: { sdk: 'fails', builder: 'fails' }
});
