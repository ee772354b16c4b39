import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file holds nothing but the base64 login',
  config: ({ basic }) => `${basic()}\n`,
  named: /not valid JSON|looking for beginning of value/,
  first: 'KR-CFG-001',
  consumers: { sdk: 'fails', builder: 'fails' }
});
