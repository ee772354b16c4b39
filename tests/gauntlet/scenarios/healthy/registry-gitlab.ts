import { gitlab } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'GitLab: login service on the host of GitLab',
  server: gitlab(true).registry,
  beside: { 'gitlab.test': { server: gitlab(true).service } },
  options: ({ host }) => ({ images: [`${host}/team/img:2`], push: true }),
  outcomes: { 'reg.pull': 'pass', 'reg.push': 'pass' },
  uploads: 1,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
