import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The image can be pushed in the place of an old one',
  options: ({ host }) => ({ images: [`${host}/team/img:latest`], push: true }),
  outcomes: { 'reg.pull': 'pass', 'reg.push': 'pass' },
  uploads: 1,
  also: ['KR-REG-019'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
