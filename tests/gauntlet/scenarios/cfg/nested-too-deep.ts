import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file has a thousand brackets',
  config: '['.repeat(1000),
  named: /nests its brackets|exceeded max depth/,
  first: 'KR-CFG-001',
  variant: 'too-deep',
  consumers: { sdk: 'fails', builder: 'fails' }
});
