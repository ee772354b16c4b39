import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file was printed by Python, with single quotes',
  config: ({ host, basic }) => JSON.stringify({ auths: { [host]: { auth: basic() } } }).replaceAll('"', "'"),
  named: /quotes|invalid character '\\''/,
  first: 'KR-CFG-001',
  variant: 'quotes',
  consumers: { sdk: 'fails', builder: 'fails' }
});
