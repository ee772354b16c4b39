import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The identifier of an image instead of its name',
  options: { images: ['0123456789abcdef'.repeat(4)] },
  peers: false,
  named: /identifier/,
  first: 'KR-REG-020',
  variant: 'identifier'
});
