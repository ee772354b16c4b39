import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The variable for the image name is empty',
  options: { images: [''] },
  peers: false,
  named: /empty/,
  first: 'KR-REG-020',
  variant: 'empty'
});
