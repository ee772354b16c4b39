import { harbor } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Harbor: the project of the new image does not exist',
  server: harbor,
  options: ({ host }) => ({ images: [`${host}/new-project/img:1`], push: true }),
  uploads: 0,
  peers: false,
  named: /may not push/,
  first: 'KR-REG-016',
  variant: 'hidden',
  consumers: { builder: 'fails' }
});
