import { quay } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Quay: own repository',
  server: quay,
  options: ({ host }) => ({ images: [`${host}/team/img:1.0`] }),
  outcomes: { 'reg.pull': 'pass' },
  uploads: 0,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
