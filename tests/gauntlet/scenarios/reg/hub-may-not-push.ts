import { hub } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Docker Hub: the token looks good, and the upload is refused',
  server: hub,
  options: ({ host }) => ({ images: [`${host}/others/img:2`], push: true }),
  uploads: 0,
  peers: false,
  named: /may not push/,
  first: 'KR-REG-016',
  variant: 'hidden',
  consumers: { builder: 'fails' }
});
