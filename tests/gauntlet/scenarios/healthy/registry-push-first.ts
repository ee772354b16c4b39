import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The image can be pushed to a repository that is not there yet',
  options: ({ host }) => ({ images: [`${host}/team/new-model:1`], push: true }),
  outcomes: { 'reg.pull': 'pass', 'reg.push': 'pass' },
  uploads: 1,
  also: ['KR-REG-013'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
