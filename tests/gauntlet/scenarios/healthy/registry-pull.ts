import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The base image can be pulled',
  options: ({ host }) => ({ images: [`${host}/team/img:1.0`] }),
  outcomes: { 'reg.pull': 'pass' },
  uploads: 0,
  also: ['KR-REG-017'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
