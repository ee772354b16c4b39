import { ghcr } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'GitHub: the trial upload cannot be taken back',
  server: ghcr,
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  outcomes: { 'reg.pull': 'pass', 'reg.push': 'pass' },
  uploads: { begun: 1, cancelled: 0 },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
