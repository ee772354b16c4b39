import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry in the image name has an underscore',
  options: { images: ['my_registry.test/team/img'] },
  peers: false,
  named: /registry in the image name/,
  first: 'KR-REG-020',
  variant: 'registry'
});
