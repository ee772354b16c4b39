import { ecr } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'ECR: the repository is there',
  server: ecr,
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  outcomes: { 'reg.pull': 'pass', 'reg.push': 'pass' },
  uploads: 1,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
