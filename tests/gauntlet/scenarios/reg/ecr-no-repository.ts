import { ecr } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'ECR makes no repository by itself',
  server: ecr,
  options: ({ host }) => ({ images: [`${host}/team/new-model:1`], push: true }),
  uploads: 0,
  peers: false,
  named: /has to be created/,
  first: 'KR-REG-013',
  variant: 'create-first',
  consumers: { builder: 'fails' }
});
