import { hub } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Docker Hub: own repository',
  server: hub,
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  outcomes: { 'reg.pull': 'pass', 'reg.push': 'pass' },
  uploads: 1,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
