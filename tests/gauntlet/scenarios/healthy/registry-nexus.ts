import { nexus } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Nexus: everyone may look at /v2/, the repository asks for the login',
  server: nexus,
  options: ({ host }) => ({ images: [`${host}/team/img:1.0`] }),
  outcomes: { 'reg.pull': 'pass' },
  uploads: 0,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
